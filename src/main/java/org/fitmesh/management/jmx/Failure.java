package org.fitmesh.management.jmx;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import org.fitmesh.error.RequestException;

/** Failures as an administrator reads them: a line, without a class that the console lacks. */
final class Failure {
    private static final Logger LOG = System.getLogger(Failure.class.getName());

    private Failure() {}

    /** The line; what nobody has foreseen goes to the log. */
    static String told(Exception failure) {
        if (failure instanceof RequestException known) {
            return known.code().text() + ": " + known.getMessage();
        }
        if (failure instanceof SQLException database) {
            return "the database cannot be asked: " + database.getMessage();
        }
        LOG.log(Level.WARNING, "an MBean failed", failure);
        return "failed, the server's log tells why: " + failure.getClass().getSimpleName();
    }
}
