package org.fitmesh.event.observe;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;
import org.fitmesh.event.change.Change;

/** The place {@code @Inject @Updated Event<Change<E>>}, with a class for {@code E}. */
record ChangeInjection(Class<?> entity) implements InjectionPoint {

    @Override
    public Type getType() {
        return new Generic(Event.class, new Generic(Change.class, entity));
    }

    @Override
    public Set<Annotation> getQualifiers() {
        return Set.of(Operation.UPDATE.qualifier());
    }

    @Override
    public Bean<?> getBean() {
        return null;
    }

    /** There is no such field; any member will do. */
    @Override
    public Member getMember() {
        return ChangeEvents.class.getDeclaredFields()[0];
    }

    @Override
    public Annotated getAnnotated() {
        return null;
    }

    @Override
    public boolean isDelegate() {
        return false;
    }

    @Override
    public boolean isTransient() {
        return true;
    }

    /** A generic class with its one argument. */
    private record Generic(Class<?> raw, Type argument) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {argument};
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return null;
        }
    }
}
