package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** {@code run_sql}: SQL of an administrator's own, one statement or more. */
final class RunSql implements Command {
    /** What may change what the metadata names (Hasura's own rule). */
    private static final Pattern CHANGES_SCHEMA =
            Pattern.compile(
                    "\\b(alter|drop|replace|create function|comment on)\\b",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        String sql = arguments.text("sql");
        if (!work.sqlAllowed()) {
            throw new RequestException(ErrorCode.NOT_SUPPORTED, "run_sql is disabled", call.path())
                    .withHint("FITMESH_ENABLE_RUN_SQL turns it on");
        }
        boolean readOnly = arguments.flag("read_only");
        boolean checks =
                arguments.optional("check_metadata_consistency").isPresent()
                        ? arguments.flag("check_metadata_consistency")
                        : CHANGES_SCHEMA.matcher(sql).find();
        if (checks && !readOnly) {
            return work.changeSchema(
                    () -> answer(sql, false, call, work), arguments.flag("cascade"), call.place());
        }
        ObjectNode answer = answer(sql, readOnly, call, work);
        work.forgetCatalog();
        return answer;
    }

    private static ObjectNode answer(String sql, boolean readOnly, Call call, Work work)
            throws SQLException {
        work.runsSql();
        work.tellCaller();
        try (Statement statement = work.connection().createStatement()) {
            if (readOnly) {
                statement.execute("set transaction read only");
            }
            statement.setEscapeProcessing(false);
            return SqlAnswer.last(statement, statement.execute(sql));
        } catch (SQLException e) {
            throw SqlRefusal.of(e, sql, call.path());
        }
    }
}
