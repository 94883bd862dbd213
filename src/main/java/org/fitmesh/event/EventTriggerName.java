package org.fitmesh.event;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which event trigger an observer of {@link Deliveries} is for: the one whose {@code webhook}
 * is {@code cdi:} and this name.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface EventTriggerName {
    /** What follows {@code cdi:}. */
    String value();

    /** The qualifier of a name that is known only at run time. */
    final class Literal extends AnnotationLiteral<EventTriggerName> implements EventTriggerName {
        private static final long serialVersionUID = 1L;

        private final String value;

        /** For that name. */
        public Literal(String value) {
            this.value = value;
        }

        @Override
        public String value() {
            return value;
        }
    }
}
