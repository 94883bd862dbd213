package org.fitmesh.code.scan;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.jandex.TypeVariable;

/** The classes that the signatures of a class name. */
final class References {
    private final Set<DotName> names = new LinkedHashSet<>();

    private References() {}

    static Set<DotName> of(ClassInfo info) {
        References references = new References();
        references.add(info.superClassType());
        info.interfaceTypes().forEach(references::add);
        info.typeParameters().forEach(references::add);
        info.fields().forEach(field -> references.add(field.type()));
        info.methods().forEach(references::add);
        references.names.addAll(info.permittedSubclasses());
        return references.names;
    }

    private void add(MethodInfo method) {
        add(method.returnType());
        method.parameterTypes().forEach(this::add);
        method.exceptions().forEach(this::add);
    }

    private void add(Type type) {
        if (type == null) {
            return;
        }
        switch (type.kind()) {
            case CLASS -> names.add(type.name());
            case ARRAY -> add(type.asArrayType().elementType());
            case PARAMETERIZED_TYPE -> {
                names.add(type.name());
                type.asParameterizedType().arguments().forEach(this::add);
            }
            case WILDCARD_TYPE -> add(type.asWildcardType().extendsBound());
            case TYPE_VARIABLE -> bounds(type.asTypeVariable());
            case PRIMITIVE, VOID, UNRESOLVED_TYPE_VARIABLE, TYPE_VARIABLE_REFERENCE -> {}
        }
    }

    /** Bounds by name alone: they may be recursive, as in {@code T extends Comparable<T>}. */
    private void bounds(TypeVariable variable) {
        variable.bounds().stream()
                .filter(bound -> bound.kind() != Type.Kind.TYPE_VARIABLE)
                .forEach(bound -> names.add(bound.name()));
    }
}
