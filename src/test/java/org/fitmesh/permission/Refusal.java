package org.fitmesh.permission;

import org.fitmesh.error.RequestException;

/** Why a mutation is undone. */
enum Refusal {
    /** A row does not meet the check of the permission that wrote it. */
    CHECK,
    /** A row with that key is there. */
    KEY_EXISTS,
    /** One statement of an upsert may not change a row again. */
    SECOND_TIME,
    /** A row that others need was left as it is. */
    NOT_WRITTEN;

    /** What a failure says; anything that must not happen is thrown on. */
    static Refusal of(RequestException failure) {
        return switch (failure.code()) {
            case PERMISSION_ERROR -> CHECK;
            case CONSTRAINT_VIOLATION -> KEY_EXISTS;
            case NOT_SUPPORTED -> NOT_WRITTEN;
            case UNEXPECTED -> secondTime(failure);
            default -> throw failure;
        };
    }

    private static Refusal secondTime(RequestException failure) {
        if (!failure.internalJson().orElse("").contains("affect row a second time")) {
            throw failure;
        }
        return SECOND_TIME;
    }

    /** How a mutation in memory ends early. */
    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Refusal refusal;

        Thrown(Refusal refusal) {
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
