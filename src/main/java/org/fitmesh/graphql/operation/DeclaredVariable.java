package org.fitmesh.graphql.operation;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import org.fitmesh.graphql.type.TypeReference;

/**
 * A variable as the operation declares it (specification, section 2.10).
 *
 * @param defaultValue null when there is none
 * @param isUsed whether it stands anywhere in the operation or its fragments
 * @param steersDirective whether an {@code @skip} or {@code @include} depends on its value
 */
record DeclaredVariable(
        String name,
        TypeReference type,
        Value<?> defaultValue,
        VariableDefinition definition,
        boolean isUsed,
        boolean steersDirective) {

    static DeclaredVariable of(VariableDefinition definition, VariableUse use) {
        String name = definition.getName();
        return new DeclaredVariable(
                name,
                reference(definition.getType()),
                definition.getDefaultValue(),
                definition,
                use.used().contains(name),
                use.inDirectives().contains(name));
    }

    private static TypeReference reference(Type<?> type) {
        if (type instanceof NonNullType nonNull) {
            return new TypeReference.NonNull(reference(nonNull.getType()));
        }
        if (type instanceof ListType list) {
            return new TypeReference.ListOf(reference(list.getType()));
        }
        if (type instanceof TypeName name) {
            return new TypeReference.Named(name.getName());
        }
        throw new IllegalStateException("unknown type: " + type.getClass());
    }
}
