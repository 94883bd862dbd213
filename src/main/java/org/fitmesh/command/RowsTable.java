package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.fitmesh.auth.Session;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.execute.CommandStatements;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.plan.compile.CompilerOptions;
import org.fitmesh.plan.compile.WriteCompiler;
import org.fitmesh.plan.table.RowOutput;
import org.fitmesh.plan.table.WriteQuery;
import org.fitmesh.plan.table.WriteResponse;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.FilterException;
import org.fitmesh.schema.filter.FilterReader;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.TableModel;
import org.fitmesh.state.Snapshot;

/**
 * A table that an older command on rows is about, under its names in the database, as the
 * administrator sees it.
 *
 * @param tables all that are tracked
 */
record RowsTable(TableModel model, Map<TableName, TableModel> tables) {
    private static final String RETURNING = "returning";

    /**
     * The table that the argument {@code table} names.
     *
     * @throws RequestException not-exists when it is not tracked
     */
    static RowsTable of(Arguments arguments, Work work) throws SQLException {
        TableName name = arguments.table("table");
        RoleSchema schema = work.seen().snapshot().schema(Session.ADMIN);
        Map<TableName, TableModel> tables = new LinkedHashMap<>();
        schema.tables().forEach((table, seen) -> tables.put(table, seen.model()));
        if (!tables.containsKey(name)) {
            throw Subject.noTable(name, work.sourceName(), arguments.path().key("table"));
        }
        return new RowsTable(tables.get(name), tables);
    }

    /** The table that one of its relationships leads to. */
    RowsTable other(TableName name) {
        return new RowsTable(tables.get(name), tables);
    }

    /**
     * A column.
     *
     * @throws RequestException not-exists when the table has none of that name
     */
    Column column(String name, ErrorPath path) {
        return found(name, ErrorCode.NOT_EXISTS, Names.quoted(name) + " does not exist", path);
    }

    /**
     * The columns of a list of names.
     *
     * @throws RequestException not-exists when the table has none of that name
     */
    List<Column> columns(Iterable<JsonNode> names, ErrorPath path) {
        return each(names, path, this::column);
    }

    /**
     * A column that the administrator asks for; the words are Hasura's.
     *
     * @throws RequestException permission-denied when the table has none of that name
     */
    Column listed(String name, ErrorPath path) {
        String message = "no such column exists : " + Names.quoted(name);
        return found(name, ErrorCode.PERMISSION_DENIED, message, path);
    }

    /**
     * The columns of a list of names that the administrator asks for.
     *
     * @throws RequestException permission-denied when the table has none of that name
     */
    List<Column> listed(Iterable<JsonNode> names, ErrorPath path) {
        return each(names, path, this::listed);
    }

    private Column found(String name, ErrorCode code, String message, ErrorPath path) {
        return model.table()
                .column(name)
                .orElseThrow(() -> new RequestException(code, message, path));
    }

    private static List<Column> each(
            Iterable<JsonNode> names,
            ErrorPath path,
            BiFunction<String, ErrorPath, Column> column) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode name : names) {
            columns.add(column.apply(name.asText(), path.index(columns.size())));
        }
        return columns;
    }

    /** The rows of the argument {@code where}; all where it is not there. */
    Filter where(Arguments arguments) {
        return where(
                arguments.optional("where").orElseGet(Answers::object),
                arguments.path().key("where"));
    }

    /**
     * A condition, in the form that permissions have.
     *
     * @throws RequestException for one that names what is not there, or has a value of another type
     */
    Filter where(JsonNode expression, ErrorPath path) {
        try {
            return FilterReader.ofCommand(tables, model).read(expression);
        } catch (FilterException e) {
            throw new RequestException(e.code(), e.getMessage(), path);
        }
    }

    /** A value that the command gives. */
    static Operand value(JsonNode value, ErrorPath path) {
        return new Operand.Given(new ValueSource.Constant(value), path);
    }

    /** {@code {affected_rows, returning}}, the latter where it was asked for. */
    WriteResponse response(Arguments arguments) {
        List<WriteResponse.Key> keys = new ArrayList<>();
        keys.add(new WriteResponse.AffectedRows("affected_rows"));
        List<JsonNode> names = arguments.optionalList(RETURNING);
        if (!names.isEmpty()) {
            List<RowOutput> outputs = outputs(names, arguments.path().key(RETURNING));
            keys.add(new WriteResponse.Returning(RETURNING, outputs));
        }
        return new WriteResponse(keys, false);
    }

    private List<RowOutput> outputs(List<JsonNode> names, ErrorPath path) {
        List<RowOutput> outputs = new ArrayList<>();
        for (Column column : all(names) ? allColumns() : listed(names, path)) {
            outputs.add(output(column));
        }
        return outputs;
    }

    private static boolean all(List<JsonNode> names) {
        return names.size() == 1 && names.get(0).asText().equals("*");
    }

    /** All columns, in the order of the table. */
    List<Column> allColumns() {
        return List.copyOf(model.table().columns().values());
    }

    /** A column under its own name. */
    static RowOutput output(Column column) {
        return new RowOutput.ColumnValue(column.name(), column, Optional.empty());
    }

    /** Writes, and answers what was asked for. */
    static JsonNode write(WriteQuery query, Arguments arguments, Work work) throws SQLException {
        String json =
                statements(arguments, work).write(WriteCompiler.compile(query, options(work)));
        work.raisedEvents();
        ObjectNode answer = (ObjectNode) Answers.json(json);
        if (arguments.optional(RETURNING).isPresent() && !answer.has(RETURNING)) {
            answer.set(RETURNING, Answers.emptyObjects(answer.path("affected_rows").asInt()));
        }
        return answer;
    }

    /** Runs statements of the command. */
    static CommandStatements statements(Arguments arguments, Work work) {
        return new CommandStatements(work.connection(), work.session(), arguments.path());
    }

    /** What holds for the administrator's statements. */
    static CompilerOptions options(Work work) throws SQLException {
        Snapshot snapshot = work.seen().snapshot();
        return new CompilerOptions(snapshot.stringifiesNumbers(), Map.of(), false);
    }
}
