package org.fitmesh.plan.table;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.SelectAccess;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;

/** Reads the arguments of a list ({@code distinct_on, limit, offset, order_by, where}). */
public record ListReader(RoleSchema schema) {

    /**
     * The rows that a list field asks for, outputs still empty.
     *
     * @param path of the field
     * @throws RequestException validation-failed when distinct_on and order_by do not fit
     */
    public TableQuery rows(RoleTable table, Map<String, Input> arguments, ErrorPath path) {
        TableQuery counted = countedRows(table, arguments, path);
        OptionalInt limit = access(table).limit();
        if (limit.isEmpty()) {
            return counted;
        }
        List<Operand> limits = new ArrayList<>(counted.limits());
        limits.add(Arguments.constant(IntNode.valueOf(limit.getAsInt())));
        return new TableQuery(
                counted.table(),
                counted.source(),
                counted.outputs(),
                counted.filter(),
                counted.orderBy(),
                counted.distinctOn(),
                limits,
                counted.offset());
    }

    /** The same without the permission's limit, which does not count for aggregates. */
    TableQuery countedRows(RoleTable table, Map<String, Input> arguments, ErrorPath path) {
        Filter where = new WhereReader(schema).read(table, arguments.get("where"));
        List<Ordering> orderBy = OrderReader.read(schema, table, arguments.get("order_by"));
        List<Column> distinctOn = Arguments.distinctColumns(table, arguments.get("distinct_on"));
        checkDistinct(distinctOn, orderBy, path);
        return new TableQuery(
                table.model().table(),
                RowSource.TABLE,
                List.of(),
                Filter.both(access(table).filter(), where),
                orderBy,
                distinctOn,
                Arguments.value(arguments.get("limit")).stream().toList(),
                Arguments.value(arguments.get("offset")));
    }

    /** One row by a condition of the engine's own, such as the primary key. */
    TableQuery rowsWhere(RoleTable table, Filter condition) {
        return new TableQuery(
                table.model().table(),
                RowSource.TABLE,
                List.of(),
                Filter.both(access(table).filter(), condition),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static SelectAccess access(RoleTable table) {
        return table.select()
                .orElseThrow(() -> new IllegalStateException("no select permission: " + table));
    }

    /** PostgreSQL's rule for DISTINCT ON, told before the statement runs, as Hasura does. */
    private static void checkDistinct(
            List<Column> distinctOn, List<Ordering> orderBy, ErrorPath path) {
        if (distinctOn.isEmpty() || orderBy.isEmpty()) {
            return;
        }
        Set<Column> leading =
                orderBy.stream()
                        .limit(distinctOn.size())
                        .map(Ordering::target)
                        .filter(Ordering.Target.OwnColumn.class::isInstance)
                        .map(target -> ((Ordering.Target.OwnColumn) target).column())
                        .collect(Collectors.toSet());
        if (!leading.equals(Set.copyOf(distinctOn))) {
            throw new RequestException(
                    ErrorCode.VALIDATION_FAILED,
                    "\"distinct_on\" columns must match initial \"order_by\" columns",
                    new ErrorPath(path.text() + ".args"));
        }
    }
}
