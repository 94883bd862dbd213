package org.fitmesh.event.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fitmesh.event.log.EventLog.Status;

/**
 * Events whose trigger the metadata does not name any more: nobody will deliver them, and those
 * that wait would wait for ever.
 *
 * @param connection whose transaction the changes belong to
 * @param named the triggers that the metadata names, usable or not
 */
public record EventsLeftBehind(Connection connection, Set<String> named) {
    private static final Logger LOG = System.getLogger(EventsLeftBehind.class.getName());

    /**
     * Archives those that wait or were given up.
     *
     * @throws SQLException when the database cannot be asked
     */
    public void archive() throws SQLException {
        Set<String> gone = new TreeSet<>(triggers(Status.PENDING));
        gone.addAll(triggers(Status.ERROR));
        EventLog log = new EventLog(connection);
        for (String trigger : gone) {
            LOG.log(
                    Level.INFO,
                    "the event trigger {0} is gone: {1} of its events are archived",
                    trigger,
                    log.archive(trigger));
        }
    }

    /**
     * Tells the server's log of those that wait, and leaves them.
     *
     * @throws SQLException when the database cannot be asked
     */
    public void tell() throws SQLException {
        for (String trigger : triggers(Status.PENDING)) {
            LOG.log(
                    Level.WARNING,
                    "this server''s metadata has no event trigger {0}, and {1} of its events wait:"
                            + " docs/events.md (How long events are kept) says how to archive them",
                    trigger,
                    waiting(trigger));
        }
    }

    static String triggersSql(Status status) {
        return "with recursive "
                + names("found", status)
                + " select name from found where name is not null and name <> all (?)";
    }

    /**
     * A recursive table of the triggers that have such events, and null. Goes from name to name in
     * the index, over however many events there are of each.
     */
    static String names(String table, Status status) {
        return "%1$s (name) as ((select trigger_name from fitmesh.event_log where %2$s"
                        .formatted(table, status.condition())
                + " order by trigger_name limit 1) union all select (select trigger_name"
                + " from fitmesh.event_log where %2$s and trigger_name > %1$s.name"
                        .formatted(table, status.condition())
                + " order by trigger_name limit 1) from %1$s where %1$s.name is not null)"
                        .formatted(table);
    }

    private List<String> triggers(Status status) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(triggersSql(status))) {
            statement.setArray(1, connection.createArrayOf("text", named.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private long waiting(String trigger) throws SQLException {
        String count =
                "select count(*) from fitmesh.event_log where trigger_name = ? and "
                        + Status.PENDING.condition();
        try (PreparedStatement statement = connection.prepareStatement(count)) {
            statement.setString(1, trigger);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
