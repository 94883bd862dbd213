package org.fitmesh.metadata;

/**
 * A value of the metadata cannot be used: its setting is missing, or it is no address or header.
 */
public final class UnusableValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Inconsistency.Cause reason;

    /**
     * @param message what is wrong, to follow the name of the object: {@code needs the setting X,
     *     which is not set}; without the value, which may be a secret
     */
    public UnusableValueException(String message) {
        this(message, Inconsistency.Cause.OTHER);
    }

    /** The same, for a cause that is known better. */
    public UnusableValueException(String message, Inconsistency.Cause cause) {
        super(message);
        this.reason = cause;
    }

    /** Why it cannot be used. */
    public Inconsistency.Cause reason() {
        return reason;
    }
}
