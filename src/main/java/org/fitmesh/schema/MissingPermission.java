package org.fitmesh.schema;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.fitmesh.error.UnknownName;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
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
            return hasField(type, field.name()) ? ofField(field) : Optional.empty();
        }
        if (unknown instanceof UnknownName.Argument argument) {
            return hasArgument(type, argument) ? ofArgument(argument) : Optional.empty();
        }
        return type instanceof EnumType enumType && enumType.values().containsKey(unknown.name())
                ? ofTable(unknown.type(), table -> table.enumValue(unknown.name()))
                : Optional.empty();
    }

    private static boolean hasField(NamedType type, String field) {
        return type instanceof InputObjectType input && input.fields().containsKey(field)
                || type instanceof ObjectType object && object.fields().containsKey(field);
    }

    private static boolean hasArgument(NamedType type, UnknownName.Argument argument) {
        FieldDefinition field =
                type instanceof ObjectType object ? object.fields().get(argument.field()) : null;
        return field != null && field.arguments().containsKey(argument.name());
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

    /** What one of the tables says that the type's name may be of; those of longer names first. */
    private Optional<String> ofTable(
            String typeName, Function<MissingTableName, Optional<String>> hint) {
        Optional<String> inside = all.typeNames().inside(typeName);
        return all.tables().values().stream()
                .sorted(Comparator.comparing(t -> -t.graphqlName().length()))
                .filter(table -> inside.filter(t -> t.startsWith(table.graphqlName())).isPresent())
                .flatMap(table -> hint.apply(name(table, inside.get())).stream())
                .findFirst();
    }

    private MissingTableName name(RoleTable table, String typeName) {
        String suffix = typeName.substring(table.graphqlName().length());
        return new MissingTableName(sentences(), seen, table, suffix);
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
