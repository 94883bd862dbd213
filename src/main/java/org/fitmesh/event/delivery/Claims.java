package org.fitmesh.event.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.fitmesh.catalog.TableName;
import org.fitmesh.config.PlannedAnew;
import org.fitmesh.event.delivery.ClaimedEvent.Ages;
import org.fitmesh.event.delivery.ClaimedEvent.Trace;
import org.fitmesh.event.log.DeliveryPause;

/**
 * Takes events out of the log for this node, for a time on the database's clock. Another node gets
 * them when that time is over without a result or a renewal.
 */
final class Claims {
    private static final String PENDING =
            "not %1$s.delivered and not %1$s.error and not %1$s.archived";

    /**
     * Without waiting for the disk: a lease that a crash of PostgreSQL undoes lets an event be
     * taken once more, and each commit that waits holds up the next look.
     */
    private static final String TAKE =
            """
            with taken as materialized (
              select e.id
              from (select w.* from unnest(?::text[], ?::integer[], ?::boolean[]) w(name, room, ordered)
                    where %s) w
              cross join lateral (
                select l.id from fitmesh.event_log l
                where l.trigger_name = w.name and %s and l.due_at <= now()
                  and (l.leased_until is null or l.leased_until < now())
                  and (not w.ordered or l.row_key is null or not exists (
                    select from fitmesh.event_log o
                    where o.trigger_name = l.trigger_name and o.row_key = l.row_key
                      and o.position < l.position and %s))
                order by l.due_at, l.position
                limit w.room
                for update of l skip locked) e
              where (select set_config('synchronous_commit', 'off', true)) is not null)
            update fitmesh.event_log l
            set leased_by = ?, leased_until = now() + ? * interval '1 second'
            where l.id = any (array(select id from taken))
            returning l.id, l.position, l.trigger_name, l.schema_name, l.table_name,
              l.payload::text, to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
              l.tries, l.payload -> 'trace_context' ->> 'trace_id',
              l.payload -> 'trace_context' ->> 'span_id',
              extract(epoch from clock_timestamp() - l.due_at)::float8,
              extract(epoch from clock_timestamp() - l.created_at)::float8
            """
                    .formatted(
                            DeliveryPause.NOT_PAUSED,
                            PENDING.formatted("l"),
                            PENDING.formatted("o"));

    private static final String RENEW =
            """
            update fitmesh.event_log set leased_until = now() + ? * interval '1 second'
            where id = any (?) and leased_by = ?
            """;

    private static final String GIVE_BACK =
            """
            update fitmesh.event_log set leased_by = null, leased_until = null
            where id = any (?) and leased_by = ?
            """;

    private static final String GIVE_BACK_UNKNOWN =
            """
            update fitmesh.event_log l set leased_by = null, leased_until = null
            where l.leased_by = ? and %s and not l.id = any (?)
            """
                    .formatted(PENDING.formatted("l"));

    private final DataSource database;
    private final UUID node;
    private final Duration lease;

    /**
     * Of one node.
     *
     * @param node another one at each start: what a node that died had taken is not its successor's
     */
    Claims(DataSource database, UUID node, Duration lease) {
        this.database = database;
        this.node = node;
        this.lease = lease;
    }

    /**
     * What is wanted of one trigger.
     *
     * @param room so many events, at most
     * @param ordered whether an event waits for the older ones of its row
     */
    record Wanted(String trigger, int room, boolean ordered) {}

    /** Takes what is due, the oldest first. */
    List<ClaimedEvent> take(List<Wanted> wanted) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement take = PlannedAnew.prepare(connection, TAKE)) {
            take.setArray(
                    1,
                    connection.createArrayOf(
                            "text", wanted.stream().map(Wanted::trigger).toArray()));
            take.setArray(
                    2,
                    connection.createArrayOf("int4", wanted.stream().map(Wanted::room).toArray()));
            take.setArray(
                    3,
                    connection.createArrayOf(
                            "bool", wanted.stream().map(Wanted::ordered).toArray()));
            take.setObject(4, node);
            take.setDouble(5, seconds());
            List<ClaimedEvent> taken = new ArrayList<>();
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    taken.add(event(row));
                }
            }
            taken.sort(Comparator.comparingLong(ClaimedEvent::position));
            return taken;
        }
    }

    private static ClaimedEvent event(ResultSet row) throws SQLException {
        return new ClaimedEvent(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                new TableName(row.getString(4), row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                new Trace(row.getString(9), row.getString(10)),
                Ages.now(row.getDouble(11), row.getDouble(12)));
    }

    /** Keeps them longer, as far as they are still this node's. */
    void renew(Collection<UUID> events) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement renew = PlannedAnew.prepare(connection, RENEW)) {
            renew.setDouble(1, seconds());
            renew.setArray(2, connection.createArrayOf("uuid", events.toArray()));
            renew.setObject(3, node);
            renew.executeUpdate();
        }
    }

    /** Leaves them to whoever comes first. */
    void giveBack(Collection<UUID> events) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement giveBack = PlannedAnew.prepare(connection, GIVE_BACK)) {
            giveBack.setArray(1, connection.createArrayOf("uuid", events.toArray()));
            giveBack.setObject(2, node);
            giveBack.executeUpdate();
        }
    }

    /**
     * Gives back all but those: what was taken by a statement whose answer was lost with the
     * connection.
     */
    void giveBackAllBut(Collection<UUID> known) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement giveBack = PlannedAnew.prepare(connection, GIVE_BACK_UNKNOWN)) {
            giveBack.setObject(1, node);
            giveBack.setArray(2, connection.createArrayOf("uuid", known.toArray()));
            giveBack.executeUpdate();
        }
    }

    private double seconds() {
        return lease.toMillis() / 1000.0;
    }
}
