package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.PgType;
import org.fitmesh.plan.table.RowOutput;
import org.fitmesh.plan.table.TableQuery;
import org.fitmesh.schema.table.RelationshipModel;

/**
 * What a row must give for {@link PlainRows}.
 *
 * @param query its outputs are the row's own values, and the columns that related rows are joined
 *     by
 * @param joinKeys by the names of these columns, their names in the outputs
 */
record PlainColumns(TableQuery query, Map<String, String> joinKeys) {
    /** PostgreSQL's bound for the outputs of a select is 1,664. */
    private static final int MOST_VALUES = 1_600;

    static PlainColumns of(TableQuery query) {
        List<RowOutput> outputs = new ArrayList<>();
        Map<String, String> joinKeys = new LinkedHashMap<>();
        for (RowOutput output : query.outputs()) {
            if (output instanceof RowOutput.RelatedRow related && fit(related)) {
                related.relationship()
                        .columns()
                        .keySet()
                        .forEach(c -> joinKeys.putIfAbsent(c, "by " + joinKeys.size()));
            } else if (!(output instanceof RowOutput.TypeName)) {
                outputs.add(output);
            }
        }
        joinKeys.forEach((column, key) -> outputs.add(new RowOutput.JoinColumn(key, column)));
        return new PlainColumns(query.withOutputs(outputs), joinKeys);
    }

    /** The relationship from the row's outputs in place of its columns. */
    RelationshipModel joined(RelationshipModel relationship) {
        Map<String, String> columns = new LinkedHashMap<>();
        relationship.columns().forEach((own, other) -> columns.put(joinKeys.get(own), other));
        return relationship.over(columns);
    }

    /** Whether rows can be plain. */
    static boolean fit(TableQuery query) {
        return fitAlone(query) && values(query) <= MOST_VALUES;
    }

    /** Whether the values of a related row can stand among those of its row. */
    static boolean fit(RowOutput.RelatedRow related) {
        TableQuery query = related.query();
        return fitAlone(query)
                && query.limits().isEmpty()
                && query.offset().isEmpty()
                && query.distinctOn().isEmpty();
    }

    private static boolean fitAlone(TableQuery query) {
        return fitAlone(query.outputs());
    }

    /** Whether they can be plain but for their number. */
    static boolean fitAlone(List<RowOutput> outputs) {
        return outputs.stream().allMatch(PlainColumns::fit)
                && !outputs.stream().allMatch(RowOutput.TypeName.class::isInstance);
    }

    private static boolean fit(RowOutput output) {
        if (output instanceof RowOutput.ColumnValue value) {
            return isNamed(output) && !isPseudo(value.column().effectiveType());
        }
        if (output instanceof RowOutput.ComputedValue value) {
            return isNamed(output) && !isPseudo(value.type());
        }
        boolean written =
                output instanceof RowOutput.RelatedRow
                        || output instanceof RowOutput.RelatedRows
                        || output instanceof RowOutput.RelatedAggregate
                        || output instanceof RowOutput.ComputedRows;
        return output instanceof RowOutput.TypeName || written && isNamed(output);
    }

    private static boolean isNamed(RowOutput output) {
        return JsonObject.isColumnName(output.key());
    }

    /** Views on PostgreSQL's statistics have such columns; few functions take them. */
    private static boolean isPseudo(PgType type) {
        return type.kind() == PgType.Kind.PSEUDO;
    }

    /** More than there will be. */
    private static int values(TableQuery query) {
        int values = 0;
        for (RowOutput output : query.outputs()) {
            boolean joined = output instanceof RowOutput.RelatedRow related && fit(related);
            values += 1 + (joined ? 2 + values(((RowOutput.RelatedRow) output).query()) : 0);
        }
        return values;
    }
}
