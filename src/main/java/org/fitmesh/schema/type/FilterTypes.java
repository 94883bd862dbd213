package org.fitmesh.schema.type;

import static org.fitmesh.graphql.type.TypeReference.listOf;
import static org.fitmesh.graphql.type.TypeReference.named;
import static org.fitmesh.graphql.type.TypeReference.nonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.catalog.TableName;
import org.fitmesh.graphql.type.InputRule;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.naming.GraphQLName;
import org.fitmesh.naming.Words;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.table.ComparisonOperator;
import org.fitmesh.schema.table.RelationshipModel;
import org.fitmesh.schema.table.TableNames;

/**
 * {@code <table>_bool_exp}, {@code <table>_aggregate_bool_exp}, {@code <scalar>_comparison_exp}.
 */
record FilterTypes(TypeCollector types, Map<TableName, RoleTable> tables) {
    private static final String AGGREGATE = "aggregate_bool_exp";

    void add(RoleTable table) {
        String boolExp = table.typeName("bool_exp");
        List<InputValue> fields = new ArrayList<>();
        fields.add(condition("_and", listOf(boolExp)));
        fields.add(condition("_not", named(boolExp)));
        fields.add(condition("_or", listOf(boolExp)));
        table.fields().forEach((field, meaning) -> addField(fields, field, meaning));
        types.input(
                boolExp,
                "Boolean expression to filter rows from the table \""
                        + table.model().name()
                        + "\". All fields are combined with a logical 'AND'.",
                fields);
    }

    /** A null is no condition: to take it for one that is always true would be dangerous. */
    private static InputValue condition(String name, TypeReference type) {
        return InputValue.of(name, type).refusingNull();
    }

    private void addField(List<InputValue> fields, String name, TableField meaning) {
        if (meaning instanceof TableField.ColumnField column) {
            fields.add(condition(name, named(comparison(column.column()))));
        } else if (meaning instanceof TableField.RelationshipField field) {
            fields.add(condition(name, named(target(field.relationship()).typeName("bool_exp"))));
        } else if (meaning instanceof TableField.ComputedValue computed) {
            if (computed.field().function().inputs().isEmpty()) {
                fields.add(condition(name, named(comparisonOf(computed.type()))));
            }
        } else if (meaning instanceof TableField.ComputedRows computed) {
            if (computed.field().function().inputs().isEmpty()) {
                RoleTable rows = tables.get(computed.target());
                fields.add(condition(name, named(rows.typeName("bool_exp"))));
            }
        } else if (meaning instanceof TableField.AggregateField field) {
            if (types.options().aggregationPredicates()) {
                fields.add(aggregate(name, field.relationship()));
            }
        }
    }

    /** As Hasura spells it here, where the relationship's own name stands as it is. */
    private InputValue aggregate(String name, RelationshipModel relationship) {
        String spelled = types.naming().field(Words.custom(relationship.name()).then("aggregate"));
        return condition(spelled, named(aggregate(relationship))).calledBy(name);
    }

    private RoleTable target(RelationshipModel relationship) {
        return tables.get(relationship.target());
    }

    /** The comparison type of a column; added when it is new. */
    String comparison(Column column) {
        if (column.enumeration().isPresent()) {
            return comparisonOfEnum(column);
        }
        PgType type = column.effectiveType();
        TypeReference value = types.columnType(column);
        String scalar = value.baseName();
        boolean list = value instanceof TypeReference.ListOf;
        String name = types.naming().type(scalar + (list ? "_array" : "") + "_comparison_exp");
        if (types.isShared(name)) {
            return name;
        }
        types.share(name);
        List<InputValue> fields = new ArrayList<>();
        if (type.name().equals("jsonb")) {
            fields.add(condition("_cast", named(jsonbCast())));
        }
        for (ComparisonOperator operator : ComparisonOperator.of(type)) {
            InputValue field = operand(operator, value);
            fields.add(
                    OperatorDescriptions.of(operator, type.isArray())
                            .map(field::describedAs)
                            .orElse(field));
        }
        types.input(name, comparisonDescription(scalar), fields);
        return name;
    }

    /** Values of an enum are alike or not, and nothing more. */
    private String comparisonOfEnum(Column column) {
        TypeReference value = types.columnType(column);
        String name = types.naming().type(value.baseName() + "_comparison_exp");
        types.comparisonOf(value.baseName(), name);
        List<InputValue> fields = new ArrayList<>();
        for (ComparisonOperator operator : ComparisonOperator.ofEnums()) {
            fields.add(operand(operator, value));
        }
        types.input(name, comparisonDescription(value.baseName()), fields);
        return name;
    }

    private static String comparisonDescription(String scalar) {
        return "Boolean expression to compare columns of type \""
                + scalar
                + "\". All fields are combined with logical 'AND'.";
    }

    private InputValue operand(ComparisonOperator operator, TypeReference value) {
        InputValue field = types.input(operator.graphqlName(), operandType(operator, value));
        return switch (operator.operand()) {
            case NULL_TEST -> field;
            case LIST, TEXT_LIST, LQUERY_LIST -> field.accepting(InputRule.COLUMN_LIST);
            case SAME, PATTERN, TEXT, JSONPATH, LQUERY, LTXTQUERY ->
                    field.accepting(InputRule.COLUMN);
        };
    }

    private TypeReference operandType(ComparisonOperator operator, TypeReference value) {
        return switch (operator.operand()) {
            case SAME, PATTERN -> value;
            case LIST -> new TypeReference.ListOf(new TypeReference.NonNull(value));
            case NULL_TEST -> named("Boolean");
            case TEXT, JSONPATH -> named("String");
            case TEXT_LIST, LQUERY_LIST -> listOf("String");
            case LQUERY -> named(types.scalar("lquery"));
            case LTXTQUERY -> named(types.scalar("ltxtquery"));
        };
    }

    private String jsonbCast() {
        InputValue string = InputValue.of("String", named(comparisonOf(PgType.builtIn("text"))));
        String name = types.naming().type("jsonb_cast_exp");
        types.share(name);
        types.undescribedInput(name, List.of(string));
        return name;
    }

    /** The comparison type of values that are no column, such as a count. */
    String comparisonOf(PgType type) {
        return comparison(
                new Column(
                        type.name(),
                        type,
                        Optional.empty(),
                        true,
                        false,
                        false,
                        false,
                        Optional.empty()));
    }

    /** {@code <target>_aggregate_bool_exp}. */
    private String aggregate(RelationshipModel relationship) {
        RoleTable table = tables.get(relationship.target());
        String base = table.typeName(AGGREGATE);
        List<InputValue> functions = new ArrayList<>();
        List<Map.Entry<String, Column>> booleans =
                table.readableColumns().stream()
                        .filter(c -> c.getValue().effectiveType().name().equals("bool"))
                        .filter(c -> GraphQLName.isEnumValue(c.getKey()))
                        .toList();
        if (!booleans.isEmpty()) {
            functions.add(function(table, "bool_and", booleans));
            functions.add(function(table, "bool_or", booleans));
        }
        functions.add(count(table));
        types.undescribedInput(base, functions);
        return base;
    }

    private InputValue count(RoleTable table) {
        String name = ofFunction(table, "count");
        List<InputValue> fields = new ArrayList<>();
        if (!table.readableColumns().isEmpty()) {
            fields.add(condition("arguments", listOf(table.typeName("select_column"))));
        }
        fields.add(condition("distinct", named("Boolean")));
        fields.add(condition("filter", named(table.typeName("bool_exp"))));
        fields.add(InputValue.of("predicate", nonNull(comparisonOf(PgType.builtIn("int4")))));
        types.undescribedInput(name, fields);
        return condition("count", named(name));
    }

    private InputValue function(
            RoleTable table, String function, List<Map.Entry<String, Column>> booleans) {
        String name = ofFunction(table, function);
        TableNames names = table.model().names();
        String columns = names.predicateColumnsType(function);
        types.columnEnum(
                columns,
                "select \""
                        + types.naming().field(names.predicateColumns(function))
                        + "\" columns of table \""
                        + table.model().name()
                        + "\"",
                booleans);
        types.undescribedInput(
                name,
                List.of(
                        InputValue.of("arguments", nonNull(columns)),
                        condition("distinct", named("Boolean")),
                        condition("filter", named(table.typeName("bool_exp"))),
                        InputValue.of("predicate", nonNull(comparisonOf(PgType.builtIn("bool"))))));
        return condition(function, named(name));
    }

    /** Hasura spells the name of this type as that of a field, with the function as it is. */
    private String ofFunction(RoleTable table, String function) {
        return types.naming().field(table.model().names().predicate(function));
    }
}
