package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.PgType;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.filter.Compared;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.FunctionCall;
import org.fitmesh.schema.table.ComparisonOperator;
import org.fitmesh.schema.table.RelationshipModel;

/**
 * Reads {@code <table>_bool_exp}. Where it follows a relationship, only rows that the role may see
 * count, so that a condition never tells of a row that a selection would not.
 */
record WhereReader(RoleSchema schema) {

    /** A null in place of the whole counts as absent. */
    Filter read(RoleTable table, Input input) {
        return Filter.byClient(condition(table, input));
    }

    private Filter condition(RoleTable table, Input input) {
        if (!(input instanceof Input.ObjectInput object)) {
            return Filter.EVERYTHING;
        }
        List<Filter> parts = new ArrayList<>();
        object.fields().forEach((name, value) -> parts.add(key(table, name, value)));
        return parts.size() == 1 ? parts.get(0) : new Filter.All(parts);
    }

    private Filter key(RoleTable table, String name, Input value) {
        if (name.equals("_and")) {
            return new Filter.All(list(table, value));
        }
        if (name.equals("_or")) {
            return new Filter.Any(list(table, value));
        }
        if (name.equals("_not")) {
            return new Filter.Not(condition(table, value));
        }
        return field(table.fields().get(name), value);
    }

    private List<Filter> list(RoleTable table, Input value) {
        List<Filter> parts = new ArrayList<>();
        if (value instanceof Input.ListInput list) {
            list.elements().forEach(element -> parts.add(condition(table, element)));
        }
        return parts;
    }

    private Filter field(TableField field, Input value) {
        if (field instanceof TableField.ColumnField column) {
            return new Filter.All(comparisons(new Compared.OfColumn(column.column()), value));
        }
        if (field instanceof TableField.ComputedValue computed) {
            FunctionCall call = FunctionCall.withoutInputs(computed.field().function());
            return new Filter.All(
                    comparisons(
                            new Compared.OfCall(
                                    computed.field().name(), computed.seen(call), computed.type()),
                            value));
        }
        if (field instanceof TableField.ComputedRows computed) {
            RoleTable target = schema.table(computed.target());
            return new Filter.Computed(
                    FunctionCall.withoutInputs(computed.field().function()),
                    computed.target(),
                    Filter.both(target.visibleRows(), read(target, value)));
        }
        if (field instanceof TableField.RelationshipField related) {
            RoleTable target = schema.table(related.relationship().target());
            return new Filter.Related(
                    related.relationship(),
                    Filter.both(target.visibleRows(), condition(target, value)));
        }
        return aggregates(((TableField.AggregateField) field).relationship(), value);
    }

    private List<Filter> comparisons(Compared left, Input value) {
        List<Filter> parts = new ArrayList<>();
        for (Map.Entry<String, Input> entry : ((Input.ObjectInput) value).fields().entrySet()) {
            if (isCollapsed(entry.getValue())) {
                continue;
            }
            if (entry.getKey().equals("_cast")) {
                parts.add(cast(left, entry.getValue()));
            } else {
                ComparisonOperator operator =
                        ComparisonOperator.named(entry.getKey()).orElseThrow();
                parts.add(
                        new Filter.Compare(
                                left,
                                operator,
                                Operands.required(entry.getValue(), left, operator)));
            }
        }
        return parts;
    }

    private boolean isCollapsed(Input value) {
        return schema.collapsesNulls() && value instanceof Input.Null;
    }

    private Filter cast(Compared left, Input value) {
        if (!(value instanceof Input.ObjectInput cast)
                || !(cast.fields().get("String") instanceof Input.ObjectInput tests)) {
            return Filter.EVERYTHING;
        }
        List<Filter> parts = new ArrayList<>();
        for (Filter.Test test : tests(tests, PgType.builtIn("text"))) {
            parts.add(new Filter.CompareAsText(left, test.operator(), test.operand()));
        }
        return new Filter.All(parts);
    }

    private List<Filter.Test> tests(Input.ObjectInput input, PgType type) {
        List<Filter.Test> tests = new ArrayList<>();
        for (Map.Entry<String, Input> entry : input.fields().entrySet()) {
            if (isCollapsed(entry.getValue())) {
                continue;
            }
            ComparisonOperator operator = ComparisonOperator.named(entry.getKey()).orElseThrow();
            tests.add(
                    new Filter.Test(operator, Operands.required(entry.getValue(), type, operator)));
        }
        return tests;
    }

    private Filter aggregates(RelationshipModel relationship, Input value) {
        Map<String, Input> predicates = ((Input.ObjectInput) value).fields();
        if (predicates.size() != 1) {
            throw new RequestException(
                    ErrorCode.VALIDATION_FAILED,
                    "exactly one predicate should be specified",
                    value.path());
        }
        Map.Entry<String, Input> predicate = predicates.entrySet().iterator().next();
        return aggregate(
                relationship,
                schema.table(relationship.target()),
                predicate.getKey(),
                (Input.ObjectInput) predicate.getValue());
    }

    private Filter aggregate(
            RelationshipModel relationship,
            RoleTable target,
            String function,
            Input.ObjectInput condition) {
        Map<String, Input> given = condition.fields();
        PgType type = PgType.builtIn(function.equals("count") ? "int4" : "bool");
        Filter rows =
                given.containsKey("filter")
                        ? condition(target, given.get("filter"))
                        : Filter.EVERYTHING;
        return new Filter.RelatedAggregate(
                relationship,
                function,
                Arguments.columns(target, given.get("arguments")),
                Arguments.value(given.get("distinct")),
                Filter.both(target.visibleRows(), rows),
                tests((Input.ObjectInput) given.get("predicate"), type));
    }
}
