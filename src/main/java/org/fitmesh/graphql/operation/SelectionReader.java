package org.fitmesh.graphql.operation;

import graphql.language.Field;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InterfaceType;
import org.fitmesh.graphql.type.IntrospectionTypes;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.graphql.type.UnionType;

/** Reads selection sets against the types (specification, section 5.3). */
final class SelectionReader {
    private final TypeSystem types;
    private final InputReader inputs;
    private final FieldCollector collector;

    SelectionReader(TypeSystem types, InputReader inputs, FieldCollector collector) {
        this.types = types;
        this.inputs = inputs;
        this.collector = collector;
    }

    /**
     * Reads what is selected of an object.
     *
     * @param path of the field that gives the object
     */
    List<Selection> read(NamedType parent, List<SelectionSet> sets, ErrorPath path) {
        return read(collector.collect(parent, sets, path), path);
    }

    private List<Selection> read(FieldGroups groups, ErrorPath path) {
        List<Selection> selections = new ArrayList<>();
        for (SelectionGroup part : groups.parts()) {
            selections.add(read(groups.parent(), part, path));
        }
        return List.copyOf(selections);
    }

    private Selection read(NamedType parent, SelectionGroup part, ErrorPath path) {
        if (part instanceof SelectionGroup.EqualFields equal) {
            return field(parent, equal.fields(), path);
        }
        FieldGroups narrowed = (FieldGroups) part;
        return new TypedSelection(narrowed.parent().name(), read(narrowed, path));
    }

    private SelectedField field(NamedType parent, List<Field> equal, ErrorPath parentPath) {
        Field first = equal.get(0);
        ErrorPath path = parentPath.field(first.getName());
        FieldDefinition definition =
                definition(parent, first.getName())
                        .orElseThrow(
                                () ->
                                        InputError.unknownField(
                                                UnknownFields.of(parent.name(), first), path));
        NamedType type = type(definition);
        List<SelectionSet> sets =
                equal.stream().map(Field::getSelectionSet).filter(Objects::nonNull).toList();
        if (!isComposite(type) && !sets.isEmpty()) {
            throw InputError.invalid("unexpected subselection set for non-object field", path);
        }
        Map<String, Input> arguments =
                inputs.arguments(
                        Optional.of(parent.name()),
                        first.getName(),
                        definition.arguments(),
                        first.getArguments(),
                        path);
        if (isComposite(type) && sets.isEmpty()) {
            throw InputError.invalid(
                    "missing selection set for '" + type.name() + "'", path.key("selectionSet"));
        }
        List<Selection> selections = sets.isEmpty() ? List.of() : read(type, sets, path);
        return new SelectedField(
                first.getResultKey(),
                parent.name(),
                definition,
                arguments,
                selections,
                path,
                first);
    }

    private NamedType type(FieldDefinition definition) {
        String name = definition.type().baseName();
        return IntrospectionTypes.find(types, name)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the schema refers to a type it lacks: " + name));
    }

    private Optional<FieldDefinition> definition(NamedType parent, String name) {
        if (name.equals(IntrospectionTypes.TYPENAME.name())) {
            return Optional.of(IntrospectionTypes.TYPENAME);
        }
        if (parent.name().equals(types.queryType())) {
            if (name.equals(IntrospectionTypes.SCHEMA.name())) {
                return Optional.of(IntrospectionTypes.SCHEMA);
            }
            if (name.equals(IntrospectionTypes.TYPE.name())) {
                return Optional.of(IntrospectionTypes.TYPE);
            }
        }
        if (parent instanceof ObjectType object) {
            return Optional.ofNullable(object.fields().get(name));
        }
        return parent instanceof InterfaceType interfaceType
                ? Optional.ofNullable(interfaceType.fields().get(name))
                : Optional.empty();
    }

    private static boolean isComposite(NamedType type) {
        return type instanceof ObjectType
                || type instanceof InterfaceType
                || type instanceof UnionType;
    }
}
