package org.fitmesh.remote;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.operation.Selection;
import org.fitmesh.graphql.operation.TypedSelection;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.TypeSystem;

/** Just enough reading of operations to make the trees that the tests need: nothing is checked. */
public final class TestOperation {
    private final TypeSystem types;
    private final Document document;

    private TestOperation(TypeSystem types, Document document) {
        this.types = types;
        this.document = document;
    }

    public static Operation read(TypeSystem types, String text) {
        return new TestOperation(types, Parser.parse(text)).operation();
    }

    private Operation operation() {
        OperationDefinition definition =
                document.getDefinitionsOfType(OperationDefinition.class).get(0);
        boolean query = definition.getOperation() == OperationDefinition.Operation.QUERY;
        String root = query ? types.queryType() : types.mutationType().orElseThrow();
        Map<String, VariableDefinition> variables = new LinkedHashMap<>();
        definition.getVariableDefinitions().forEach(v -> variables.put(v.getName(), v));
        List<SelectedField> fields =
                selections(root, definition.getSelectionSet()).stream()
                        .map(SelectedField.class::cast)
                        .toList();
        return new Operation(
                query ? Operation.Kind.QUERY : Operation.Kind.MUTATION,
                Optional.ofNullable(definition.getName()),
                fields,
                variables);
    }

    private List<Selection> selections(String parent, SelectionSet set) {
        List<Selection> selections = new ArrayList<>();
        if (set == null) {
            return selections;
        }
        for (graphql.language.Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                selections.add(field(parent, field));
            }
            if (selection instanceof InlineFragment inline) {
                fragment(
                        parent,
                        inline.getTypeCondition() == null
                                ? parent
                                : inline.getTypeCondition().getName(),
                        inline.getSelectionSet(),
                        selections);
            }
            if (selection instanceof FragmentSpread spread) {
                FragmentDefinition named =
                        document.getDefinitionsOfType(FragmentDefinition.class).stream()
                                .filter(f -> f.getName().equals(spread.getName()))
                                .findFirst()
                                .orElseThrow();
                fragment(
                        parent,
                        named.getTypeCondition().getName(),
                        named.getSelectionSet(),
                        selections);
            }
        }
        return selections;
    }

    private void fragment(String parent, String type, SelectionSet set, List<Selection> into) {
        if (types.get(parent) instanceof ObjectType) {
            into.addAll(selections(parent, set));
            return;
        }
        into.add(new TypedSelection(type, selections(type, set)));
    }

    private SelectedField field(String parent, Field field) {
        NamedType type = types.get(parent);
        FieldDefinition definition =
                type instanceof ObjectType object && object.fields().containsKey(field.getName())
                        ? object.fields().get(field.getName())
                        : FieldDefinition.of(field.getName(), TypeReference.nonNull("String"));
        return new SelectedField(
                field.getResultKey(),
                parent,
                definition,
                Map.of(),
                selections(definition.type().baseName(), field.getSelectionSet()),
                ErrorPath.ROOT.field(field.getName()),
                field);
    }
}
