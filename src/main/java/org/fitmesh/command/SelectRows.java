package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.fitmesh.plan.compile.QueryCompiler;

/** The older {@code select}: rows of an administrator. */
final class SelectRows implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        RowsTable table = RowsTable.of(arguments, work);
        QueryCompiler compiler = new QueryCompiler(RowsTable.options(work));
        String json =
                RowsTable.statements(arguments, work)
                        .read(compiler.listOfAnyKeys(new RowsSelection(table, arguments).query()));
        return Answers.json(json);
    }
}
