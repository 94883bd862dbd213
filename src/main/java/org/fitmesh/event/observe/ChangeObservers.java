package org.fitmesh.event.observe;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fitmesh.event.change.Change;

/**
 * A CDI extension that notes which types are observed with a qualifier of {@code event.change}, so
 * that nothing is done for the changes of other entities. It may take a type for observed that is
 * not, never the other way round.
 */
public class ChangeObservers implements Extension {
    private final Map<Operation, Set<Type>> observed = new EnumMap<>(Operation.class);

    void collect(@Observes ProcessObserverMethod<?, ?> found) {
        ObserverMethod<?> observer = found.getObserverMethod();
        if (observer.isAsync()) {
            return;
        }
        for (Operation operation : Operation.values()) {
            if (observer.getObservedQualifiers().contains(operation.qualifier())) {
                observed.computeIfAbsent(operation, o -> new HashSet<>())
                        .add(observer.getObservedType());
            }
        }
    }

    /** Whether there is any observer of changes. */
    boolean any() {
        return !observed.isEmpty();
    }

    /** Whether somebody observes the entity itself, its class or one above it. */
    boolean ofEntity(Operation operation, Class<?> entity) {
        return types(operation).stream()
                .anyMatch(type -> type instanceof Class<?> c && related(c, entity));
    }

    /** Whether somebody observes its {@link Change}. */
    boolean ofChange(Class<?> entity) {
        return types(Operation.UPDATE).stream().anyMatch(type -> isChange(type, entity));
    }

    private Set<Type> types(Operation operation) {
        return observed.getOrDefault(operation, Set.of());
    }

    private static boolean isChange(Type type, Class<?> entity) {
        if (type instanceof Class<?> plain) {
            return plain.isAssignableFrom(Change.class);
        }
        return type instanceof ParameterizedType parameterized
                && parameterized.getRawType() == Change.class
                && covers(parameterized.getActualTypeArguments()[0], entity);
    }

    private static boolean covers(Type argument, Class<?> entity) {
        if (argument instanceof Class<?> type) {
            return related(type, entity);
        }
        return !(argument instanceof WildcardType wildcard)
                || !(wildcard.getUpperBounds()[0] instanceof Class<?> bound)
                || related(bound, entity);
    }

    /** The root of a hierarchy stands for its subclasses too. */
    private static boolean related(Class<?> type, Class<?> entity) {
        return type.isAssignableFrom(entity) || entity.isAssignableFrom(type);
    }
}
