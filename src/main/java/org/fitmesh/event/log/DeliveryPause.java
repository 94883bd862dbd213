package org.fitmesh.event.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets events wait: no node takes any while they are paused, whenever it was started. The statement
 * that takes events looks here, so nobody need be told; what is on its way is delivered.
 *
 * @param connection that commits each statement by itself
 */
public record DeliveryPause(Connection connection) {
    /** Stands for all triggers. */
    public static final String ALL = "";

    /** A condition on events of the trigger {@code w.name}. */
    public static final String NOT_PAUSED =
            "not exists (select from fitmesh.delivery_pause p where p.trigger_name in ('', w.name))";

    /**
     * Pauses the events of a trigger, or {@link #ALL}.
     *
     * @return whether they were not paused before
     */
    public boolean pause(String trigger) throws SQLException {
        return update(
                "insert into fitmesh.delivery_pause (trigger_name) values (?)"
                        + " on conflict do nothing",
                trigger);
    }

    /**
     * Ends what {@link #pause} began, and wakes all nodes. A trigger stays paused while all are.
     *
     * @return whether they were paused
     */
    public boolean resume(String trigger) throws SQLException {
        boolean resumed =
                update("delete from fitmesh.delivery_pause where trigger_name = ?", trigger);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_notify('fitmesh_events', '')");
        }
        return resumed;
    }

    /** What is paused, and since when. */
    public Map<String, Instant> paused() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select trigger_name, since from fitmesh.delivery_pause")) {
            Map<String, Instant> paused = new TreeMap<>();
            while (row.next()) {
                paused.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
            }
            return paused;
        }
    }

    private boolean update(String change, String trigger) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(change)) {
            statement.setString(1, trigger);
            return statement.executeUpdate() > 0;
        }
    }
}
