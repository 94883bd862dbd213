package org.fitmesh.execute;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** An entity that Java code wrote does not meet its own constraints (Bean Validation). */
final class InvalidEntity {
    private InvalidEntity() {}

    /** The failure, with the first violation in alphabetical order. */
    static RequestException of(ConstraintViolationException failure) {
        String message =
                failure.getConstraintViolations().stream()
                        .map(InvalidEntity::sentence)
                        .min(Comparator.naturalOrder())
                        .orElse("an entity is not valid");
        return new RequestException(ErrorCode.VALIDATION_FAILED, message, ErrorPath.ROOT)
                .causedBy(failure);
    }

    private static String sentence(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
    }
}
