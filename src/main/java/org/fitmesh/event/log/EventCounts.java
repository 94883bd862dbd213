package org.fitmesh.event.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.fitmesh.config.PlannedAnew;
import org.fitmesh.event.log.EventLog.Status;

/**
 * How many events there are, of all nodes.
 *
 * @param byTrigger of each trigger that has events which are not through, whether the metadata
 *     names it or not
 * @param delivered PostgreSQL's estimate; absent before it has analyzed the log
 * @param archived as well
 */
public record EventCounts(
        Map<String, OfTrigger> byTrigger, OptionalLong delivered, OptionalLong archived) {
    /** Of each trigger and state so many events are counted, and no more: a bound on the time. */
    public static final int MOST = 100_000;

    private static final int TIMEOUT_SECONDS = 5;

    /** Goes from name to name in the indexes, and through those events that are not through. */
    private static final String COUNT =
            """
            with recursive %s, %s
            select n.name, p.waiting, p.retrying, p.leased, p.oldest, f.failed
            from (select name from waiting where name is not null
                  union select name from failed where name is not null) n
            cross join lateral (
              select count(*) filter (where not leased) as waiting,
                count(*) filter (where not leased and retrying) as retrying,
                count(*) filter (where leased) as leased,
                extract(epoch from now() - min(created_at)) as oldest
              from (select coalesce(leased_until > now(), false) as leased, tries > 0 as retrying, created_at
                    from fitmesh.event_log where trigger_name = n.name and %s
                    order by due_at limit %d) e) p
            cross join lateral (
              select count(*) as failed
              from (select from fitmesh.event_log where trigger_name = n.name and %s limit %d) e) f
            """
                    .formatted(
                            EventsLeftBehind.names("waiting", Status.PENDING),
                            EventsLeftBehind.names("failed", Status.ERROR),
                            Status.PENDING.condition(),
                            MOST,
                            Status.ERROR.condition(),
                            MOST);

    /** From the statistics that autovacuum keeps. */
    private static final String ESTIMATE =
            """
            select (c.reltuples * coalesce((
                select s.most_common_freqs[array_position(s.most_common_vals::text::boolean[], true)]
                from pg_stats s where s.schemaname = 'fitmesh' and s.tablename = 'event_log'
                  and s.attname = col), 0))::bigint
            from pg_class c, unnest(array['delivered', 'archived']) with ordinality u(col, n)
            where c.oid = 'fitmesh.event_log'::regclass and c.reltuples >= 0 order by n
            """;

    /**
     * Of one trigger; see {@link #MOST}.
     *
     * @param waiting for their delivery, and not on their way
     * @param retrying those of them that have failed before
     * @param leased on their way on some node
     * @param failed given up
     * @param oldest age of the oldest that waits or is on its way; absent without any
     */
    public record OfTrigger(
            long waiting, long retrying, long leased, long failed, Optional<Duration> oldest) {
        /** No event at all. */
        public static final OfTrigger NONE = new OfTrigger(0, 0, 0, 0, Optional.empty());
    }

    /** Counts them, within some seconds. */
    public static EventCounts read(Connection connection) throws SQLException {
        Map<String, OfTrigger> counts = new TreeMap<>();
        try (PreparedStatement statement = PlannedAnew.prepare(connection, COUNT)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString("name"), ofTrigger(row));
                }
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ESTIMATE)) {
            OptionalLong delivered = next(row);
            return new EventCounts(counts, delivered, next(row));
        }
    }

    private static OfTrigger ofTrigger(ResultSet row) throws SQLException {
        Optional<Duration> oldest =
                Optional.ofNullable(row.getBigDecimal("oldest"))
                        .map(seconds -> Duration.ofSeconds(seconds.longValue()));
        return new OfTrigger(
                row.getLong("waiting"),
                row.getLong("retrying"),
                row.getLong("leased"),
                row.getLong("failed"),
                oldest);
    }

    private static OptionalLong next(ResultSet row) throws SQLException {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    }
}
