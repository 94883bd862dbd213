package org.fitmesh.event.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.fitmesh.catalog.TableName;

/**
 * The events and their deliveries.
 *
 * @param connection whose transaction, if there is one, the changes belong to
 */
public record EventLog(Connection connection) {

    /** What of the events is asked for. The conditions are those of the table's indexes. */
    public enum Status {
        /** Every event, archived ones too. */
        ANY("true"),
        /** Not delivered yet. */
        PENDING("not delivered and not error and not archived"),
        /** Delivered or given up. */
        PROCESSED("(delivered or error) and not archived"),
        /** Given up. */
        ERROR("error and not archived");

        private final String condition;

        Status(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    /** What came of the wish to deliver an event again. */
    public enum Redelivery {
        /** It waits for its delivery. */
        PENDING,
        /** There is no such event. */
        UNKNOWN,
        /** It is being delivered now. */
        BUSY,
        /** Its trigger was deleted. */
        ARCHIVED
    }

    private static final String AS_NEW =
            "update fitmesh.event_log set delivered = false, error = false, tries = 0,"
                    + " due_at = now(), leased_by = null, leased_until = null where ";

    /**
     * The events of a trigger as a JSON list, the newest first.
     *
     * @param offset how many of the newest are passed over
     */
    public String events(String trigger, Status status, int limit, int offset) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(EventLogSql.events(status))) {
            statement.setString(1, trigger);
            statement.setInt(2, limit);
            statement.setInt(3, offset);
            return text(statement);
        }
    }

    /** The deliveries of a trigger as a JSON list, the newest first. */
    public String invocations(String trigger, int limit, int offset) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EventLogSql.INVOCATIONS)) {
            statement.setString(1, trigger);
            statement.setInt(2, limit);
            statement.setInt(3, offset);
            return text(statement);
        }
    }

    /** An event and its deliveries, the newest first: {@code {event, invocations}}. */
    public Optional<String> event(UUID id, int limit, int offset) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EventLogSql.EVENT)) {
            statement.setObject(1, id);
            statement.setInt(2, limit);
            statement.setInt(3, offset);
            statement.setObject(4, id);
            return Optional.ofNullable(text(statement));
        }
    }

    /**
     * Writes an event that no change of a row has raised.
     *
     * @param payload JSON, the delivery's {@code event.data.new}
     * @param sessionVariables JSON, those of the caller, as Hasura sets them before
     * @return the event's id
     */
    public String invoke(String trigger, TableName table, String payload, String sessionVariables)
            throws SQLException {
        String insert =
                "insert into fitmesh.event_log (trigger_name, schema_name, table_name, payload)"
                        + " values (?, ?, ?, jsonb_build_object('op', 'MANUAL',"
                        + " 'data', jsonb_build_object('old', null, 'new', ?::jsonb),"
                        + " 'session_variables', ?::jsonb, 'trace_context', null))"
                        + " returning id::text";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, trigger);
            statement.setString(2, table.schema());
            statement.setString(3, table.name());
            statement.setString(4, payload);
            statement.setString(5, sessionVariables);
            String id = text(statement);
            announce();
            return id;
        }
    }

    /** Lets an event be delivered again, with all its retries. */
    public Redelivery redeliver(UUID id) throws SQLException {
        String find =
                "select archived, coalesce(leased_until > now(), false) from fitmesh.event_log"
                        + " where id = ? for update";
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Redelivery.UNKNOWN;
                }
                if (row.getBoolean(1)) {
                    return Redelivery.ARCHIVED;
                }
                if (row.getBoolean(2)) {
                    return Redelivery.BUSY;
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(AS_NEW + "id = ?")) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
        announce();
        return Redelivery.PENDING;
    }

    /**
     * Lets all events of a trigger that were given up be delivered again.
     *
     * @return how many
     */
    public int redeliverFailed(String trigger) throws SQLException {
        String update = AS_NEW + "trigger_name = ? and " + Status.ERROR.condition();
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, trigger);
            int count = statement.executeUpdate();
            announce();
            return count;
        }
    }

    /**
     * Lets nobody deliver the events of a trigger that wait or were given up.
     *
     * @return how many
     */
    public int archive(String trigger) throws SQLException {
        int archived = 0;
        for (Status status : new Status[] {Status.PENDING, Status.ERROR}) {
            String update =
                    "update fitmesh.event_log set archived = true where trigger_name = ? and "
                            + status.condition();
            try (PreparedStatement statement = connection.prepareStatement(update)) {
                statement.setString(1, trigger);
                archived += statement.executeUpdate();
            }
        }
        return archived;
    }

    /** As the triggers of the database do it; heard when the transaction commits. */
    private void announce() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_notify('fitmesh_events', '')")) {
            statement.execute();
        }
    }

    private static String text(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
