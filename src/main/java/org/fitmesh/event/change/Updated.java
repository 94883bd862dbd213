package org.fitmesh.event.change;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A CDI event: a row of the entity's table was updated; the event is a {@link Change} of the
 * entity, or the entity as it is now.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Updated {
    /** The annotation as an object. */
    final class Literal extends AnnotationLiteral<Updated> implements Updated {
        private static final long serialVersionUID = 1L;

        /** The only one that is needed. */
        public static final Literal INSTANCE = new Literal();

        private Literal() {}
    }
}
