package org.fitmesh.codeapp;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A constraint that is always met and counts how often it is looked at. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Counted.Counter.class)
public @interface Counted {
    /** As Bean Validation asks. */
    String message() default "never";

    /** As Bean Validation asks. */
    Class<?>[] groups() default {};

    /** As Bean Validation asks. */
    Class<? extends Payload>[] payload() default {};

    /** Counts. */
    class Counter implements ConstraintValidator<Counted, String> {
        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            Members.VALIDATIONS.incrementAndGet();
            return true;
        }
    }
}
