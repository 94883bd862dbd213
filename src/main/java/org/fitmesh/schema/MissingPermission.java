package org.fitmesh.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fitmesh.error.UnknownName;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.EnumValue;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.schema.access.RoleTable;

/**
 * Which permission a role lacks for a field, an argument or an enum value that the administrator
 * sees. Compares the two schemas, so nothing is kept for it.
 *
 * @param role its name; {@code seen} may be that of a role without any permission
 * @param seen what the role sees
 * @param backend what it sees with its {@code backend_only} permissions
 * @param all what the administrator sees
 */
public record MissingPermission(String role, RoleSchema seen, RoleSchema backend, RoleSchema all) {

    /** A sentence that names the permission; empty when the administrator has no such name. */
    public Optional<String> of(UnknownName unknown) {
        NamedType type = all.types().find(unknown.type()).orElse(null);
        if (unknown instanceof UnknownName.Field field) {
            return planned(type, field).flatMap(this::ofField);
        }
        if (unknown instanceof UnknownName.Argument argument) {
            return planned(type, argument).flatMap(this::ofArgument);
        }
        EnumValue value =
                type instanceof EnumType choice ? choice.values().get(unknown.name()) : null;
        return value == null
                ? Optional.empty()
                : ofTable(unknown.type(), table -> table.enumValue(value.key()));
    }

    /** The same by what planning calls it; empty when the administrator has no such field. */
    private static Optional<UnknownName.Field> planned(NamedType type, UnknownName.Field unknown) {
        Optional<String> key =
                type instanceof InputObjectType input
                        ? Optional.ofNullable(input.fields().get(unknown.name()))
                                .map(InputValue::key)
                        : field(type, unknown.name()).map(FieldDefinition::key);
        return key.map(name -> new UnknownName.Field(unknown.type(), name, unknown.inner()));
    }

    /** The same by what planning calls it; empty when the administrator has no such argument. */
    private static Optional<UnknownName.Argument> planned(
            NamedType type, UnknownName.Argument unknown) {
        FieldDefinition field = field(type, unknown.field()).orElse(null);
        InputValue argument = field == null ? null : field.arguments().get(unknown.name());
        return argument == null
                ? Optional.empty()
                : Optional.of(
                        new UnknownName.Argument(unknown.type(), field.key(), argument.key()));
    }

    private static Optional<FieldDefinition> field(NamedType type, String name) {
        return type instanceof ObjectType object
                ? Optional.ofNullable(object.fields().get(name))
                : Optional.empty();
    }

    private Optional<String> ofField(UnknownName.Field field) {
        if (!hasRootFields(field.type())) {
            return ofTable(field.type(), table -> table.field(field.name()));
        }
        if (isRoot(field.type()) && all.namespace().equals(Optional.of(field.name()))) {
            // the role sees nothing below it, so it is not there
            return field.inner().flatMap(inner -> of(inNamespace(field, inner)));
        }
        return new MissingRootField(sentences(), seen, backend, all).of(field.name());
    }

    private UnknownName.Field inNamespace(UnknownName.Field namespace, String inner) {
        FieldDefinition field =
                ((ObjectType) all.types().get(namespace.type())).fields().get(namespace.name());
        return new UnknownName.Field(field.type().baseName(), inner);
    }

    private Optional<String> ofArgument(UnknownName.Argument argument) {
        MissingArgument missing = new MissingArgument(sentences(), all);
        return hasRootFields(argument.type())
                ? missing.ofRoot(argument)
                : missing.ofField(argument);
    }

    /** What the table says that the type is of. */
    private Optional<String> ofTable(
            String typeName, Function<MissingTableName, Optional<String>> hint) {
        return all.tables().values().stream()
                .flatMap(table -> partsNamed(typeName, table))
                .flatMap(part -> hint.apply(part).stream())
                .findFirst();
    }

    private Stream<MissingTableName> partsNamed(String typeName, RoleTable table) {
        return Arrays.stream(PartOfTable.values())
                .filter(
                        part ->
                                part.typeNames(table)
                                        .map(all.customization()::typeName)
                                        .anyMatch(typeName::equals))
                .map(part -> new MissingTableName(sentences(), seen, table, part));
    }

    private PermissionSentences sentences() {
        return new PermissionSentences(role);
    }

    private boolean hasRootFields(String type) {
        Optional<String> mutation = all.types().mutationType();
        return isRoot(type)
                || isNamespace(all.types().queryType(), type)
                || mutation.filter(root -> isNamespace(root, type)).isPresent();
    }

    private boolean isRoot(String type) {
        return type.equals(all.types().queryType())
                || all.types().mutationType().equals(Optional.of(type));
    }

    private boolean isNamespace(String root, String type) {
        if (all.namespace().isEmpty() || !(all.types().get(root) instanceof ObjectType object)) {
            return false;
        }
        FieldDefinition field = object.fields().get(all.namespace().get());
        return field != null && field.type().baseName().equals(type);
    }
}
