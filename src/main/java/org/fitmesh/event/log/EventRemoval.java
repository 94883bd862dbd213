package org.fitmesh.event.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Removes old events with their invocations, a batch at a time. An event that waits for its
 * delivery, or is being delivered, stays however old it is.
 *
 * @param connection that commits each statement by itself
 */
record EventRemoval(Connection connection) {
    /** Events that one statement removes, at most. */
    static final int BATCH = 1000;

    /** The conditions are those of the indexes. */
    static final String DELIVERED = removal("(delivered or archived)");

    static final String FAILED = removal("error and not archived");

    private static String removal(String condition) {
        return "with old as materialized (select id from fitmesh.event_log where "
                + condition
                + " and created_at < now() - make_interval(secs => ?)"
                + " and (leased_until is null or leased_until < now())"
                + " order by created_at limit "
                + BATCH
                + " for update skip locked),"
                + " invocations as (delete from fitmesh.event_invocation_log"
                + " where event_id = any (array(select id from old))),"
                + " events as (delete from fitmesh.event_log"
                + " where id = any (array(select id from old)) returning 1)"
                + " select count(*) from events";
    }

    /** Removes delivered and archived events; answers how many. */
    int delivered(Duration olderThan) throws SQLException {
        return run(DELIVERED, olderThan);
    }

    /** Removes events that were given up; answers how many. */
    int failed(Duration olderThan) throws SQLException {
        return run(FAILED, olderThan);
    }

    private int run(String removal, Duration olderThan) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(removal)) {
            statement.setDouble(1, olderThan.toSeconds());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
