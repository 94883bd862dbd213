package org.fitmesh.event.capture;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fitmesh.event.CapturedTrigger;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;

/** Makes the capture triggers of the database those that are wanted. */
public final class CaptureTriggers {
    private static final Logger LOG = System.getLogger(CaptureTriggers.class.getName());

    /** Any number, as long as nobody else locks it. */
    private static final long LOCK = 0x6669746d65736831L;

    /**
     * How long a trigger waits for the writers of its table. Whoever wants to write meanwhile waits
     * behind it.
     */
    private static final String LOCK_TIMEOUT = "3s";

    /** How long another node may take, which waits for the writers of several tables. */
    private static final String OTHER_NODE_TIMEOUT = "60s";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final Set<String> BUSY = Set.of("55P03", "40P01");

    private final Connection connection;
    private final List<Deviation> repaired = new ArrayList<>();
    private final Map<String, Inconsistency> refused = new LinkedHashMap<>();

    private CaptureTriggers(Connection connection) {
        this.connection = connection;
    }

    /**
     * What came of it.
     *
     * @param repaired what was missing, disabled or changed, and is as wanted now
     * @param refused what PostgreSQL refuses, at most one for an event trigger
     */
    record Outcome(List<Deviation> repaired, List<Inconsistency> refused) {}

    /**
     * Makes what is missing, makes anew what has changed, enables what is disabled. In the open
     * transaction of the connection, which the caller commits. Where nothing differs, nothing is
     * locked. Several nodes may do it at once.
     *
     * @param stringifyNumbers {@code HASURA_GRAPHQL_STRINGIFY_NUMERIC_TYPES}
     * @param removeOthers whether capture triggers that are not wanted are dropped
     * @return what PostgreSQL refuses; the rest is done
     * @throws SQLException when the database cannot be asked
     */
    public static List<Inconsistency> synchronise(
            Connection connection,
            List<CapturedTrigger> wanted,
            boolean stringifyNumbers,
            boolean removeOthers)
            throws SQLException {
        return run(connection, wanted, stringifyNumbers, removeOthers).refused();
    }

    static Outcome run(
            Connection connection,
            List<CapturedTrigger> wanted,
            boolean stringifyNumbers,
            boolean removeOthers)
            throws SQLException {
        CaptureTriggers triggers = new CaptureTriggers(connection);
        String json = WantedTriggers.json(wanted, stringifyNumbers);
        String before = triggers.lockTimeout(LOCK_TIMEOUT);
        if (triggers.differ(json, removeOthers)) {
            triggers.change(json, removeOthers);
        }
        triggers.lockTimeout(before);
        return new Outcome(List.copyOf(triggers.repaired), List.copyOf(triggers.refused.values()));
    }

    private boolean differ(String wanted, boolean removeOthers) throws SQLException {
        return !Comparison.deviations(connection, wanted).isEmpty()
                || removeOthers && !Comparison.others(connection, wanted).isEmpty();
    }

    /** Looks again under the lock: another node may have been faster. */
    private void change(String wanted, boolean removeOthers) throws SQLException {
        lockTimeout(OTHER_NODE_TIMEOUT);
        execute("select pg_catalog.pg_advisory_xact_lock(" + LOCK + ")");
        lockTimeout(LOCK_TIMEOUT);
        if (removeOthers) {
            for (Superfluous other : Comparison.others(connection, wanted)) {
                attempt(other.name(), other.table().toString(), () -> remove(other));
            }
        }
        for (Deviation deviation : Comparison.deviations(connection, wanted)) {
            attempt(
                    deviation.eventTrigger(),
                    deviation.table().toString(),
                    () -> repair(deviation));
        }
    }

    private void remove(Superfluous other) throws SQLException {
        execute(other.removal());
        LOG.log(Level.INFO, "dropped the trigger {0} on {1}", other.name(), other.table());
    }

    private void repair(Deviation deviation) throws SQLException {
        execute(deviation.definition());
        execute(deviation.enabling());
        execute(Comparison.mark(connection, deviation));
        repaired.add(deviation);
    }

    private interface Change {
        void make() throws SQLException;
    }

    private void attempt(String name, String table, Change change) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            change.make();
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            connection.rollback(before);
            refused.putIfAbsent(name, refusal(name, table, e));
        }
    }

    private static Inconsistency refusal(String name, String table, SQLException e) {
        Cause cause = BUSY.contains(String.valueOf(e.getSQLState())) ? Cause.BUSY : Cause.OTHER;
        return new Inconsistency("event_trigger", name, reason(table, cause, e), cause);
    }

    private static String reason(String table, Cause cause, SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return "the changes of "
                + table
                + " cannot be captured: "
                + message.replaceFirst("^ERROR: ", "")
                + "; "
                + remedy(cause, e);
    }

    private static String remedy(Cause cause, SQLException e) {
        if (cause == Cause.BUSY) {
            return "another transaction has the table for long: tried again within a minute";
        }
        return INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
                ? "let the database user of Fitmesh own the table, or be a member of the role that"
                        + " owns it"
                : "change the trigger or the table; tried again within a minute";
    }

    /** Until the end of the transaction; tells what was set before. */
    private String lockTimeout(String value) throws SQLException {
        String before;
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select pg_catalog.current_setting('lock_timeout')")) {
            row.next();
            before = row.getString(1);
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select pg_catalog.set_config('lock_timeout', ?, true)")) {
            statement.setString(1, value);
            statement.executeQuery();
        }
        return before;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
