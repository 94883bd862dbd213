package org.fitmesh.config;

import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What PostgreSQL said of an error.
 *
 * @param state SQLSTATE, five characters
 * @param detail null where there is none
 * @param hint null where there is none
 */
public record ServerError(String state, String message, String detail, String hint) {

    /** Looks for it in the failure and its causes: pools wrap what the driver throws. */
    public static Optional<ServerError> of(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof PSQLException own) {
                return Optional.ofNullable(own.getServerErrorMessage()).map(ServerError::of);
            }
            if (at.getClass().getName().equals(PSQLException.class.getName())) {
                return foreign(at);
            }
        }
        return Optional.empty();
    }

    private static ServerError of(ServerErrorMessage said) {
        return new ServerError(
                said.getSQLState(), said.getMessage(), said.getDetail(), said.getHint());
    }

    /** Of the server's copy of the driver, as in {@link DriverInterface}. */
    private static Optional<ServerError> foreign(Throwable failure) {
        try {
            Object said = property(failure, "getServerErrorMessage");
            if (said == null) {
                return Optional.empty();
            }
            return Optional.of(
                    new ServerError(
                            (String) property(said, "getSQLState"),
                            (String) property(said, "getMessage"),
                            (String) property(said, "getDetail"),
                            (String) property(said, "getHint")));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static Object property(Object object, String getter)
            throws ReflectiveOperationException {
        return object.getClass().getMethod(getter).invoke(object);
    }
}
