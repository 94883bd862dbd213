package org.fitmesh.event.capture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Which version of the metadata the database has. */
final class StoredVersion {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private StoredVersion() {}

    /**
     * Whether it is that version, and nobody is about to change it; then no node changes the
     * metadata until the transaction of the connection ends. Waits for nobody: a load of this node
     * may wait for the caller. On a database that is read-only there is nothing to hold.
     */
    static boolean hold(Connection connection, long version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isWritable(statement)) {
                statement.execute("lock table fitmesh.metadata in share mode nowait");
            }
            try (ResultSet row =
                    statement.executeQuery("select resource_version from fitmesh.metadata")) {
                // Without a row nobody has changed the metadata.
                return !row.next() || row.getLong(1) == version;
            }
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isWritable(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        "select pg_catalog.current_setting('transaction_read_only') = 'off'")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
