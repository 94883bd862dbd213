package org.fitmesh.fit.popularity;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** Counts sessions per slug, each event once. */
final class SessionCounter {
    /** A longer text fits in no index of PostgreSQL; no workout is named so. */
    static final int LONGEST_SLUG_BYTES = 2000;

    /**
     * Ids and slugs are written in order: two nodes that count the same ones wait for each other,
     * and do not block each other.
     */
    private static final String COUNT =
            "with logged as (select distinct on (event_id) event_id, slug"
                    + " from unnest(?::uuid[], ?::text[]) as l(event_id, slug)),"
                    + " counted as (insert into fitmesh.counted_event (event_id)"
                    + " select event_id from logged order by event_id"
                    + " on conflict do nothing returning event_id)"
                    + " insert into public.workout_popularity (slug, sessions)"
                    + " select slug, count(*) from logged join counted using (event_id)"
                    + " group by slug order by slug"
                    + " on conflict (slug) do update"
                    + " set sessions = public.workout_popularity.sessions + excluded.sessions";

    private static final String FORGET =
            "delete from fitmesh.counted_event where event_id = any(array("
                    + "select c.event_id from fitmesh.counted_event c"
                    + " where c.counted_at < now() - ? * interval '1 second'"
                    + " and not exists (select from fitmesh.event_log e where e.id = c.event_id)"
                    + " order by c.counted_at limit ?))";

    private final DataSource database;

    SessionCounter(DataSource database) {
        this.database = database;
    }

    /**
     * Counts those that were not counted before, in the transaction of the caller if there is one.
     * Sessions whose slug cannot be that of a workout are passed over.
     *
     * @throws SQLException when nothing was counted
     */
    void count(List<LoggedSession> sessions) throws SQLException {
        List<LoggedSession> countable = sessions.stream().filter(SessionCounter::fits).toList();
        if (countable.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            Object[] ids = countable.stream().map(s -> s.eventId().toString()).toArray();
            Object[] slugs = countable.stream().map(LoggedSession::slug).toArray();
            statement.setArray(1, connection.createArrayOf("text", ids));
            statement.setArray(2, connection.createArrayOf("text", slugs));
            statement.executeUpdate();
        }
    }

    /**
     * Forgets counted events that are gone from the log and so cannot come again.
     *
     * @param age of the youngest that are looked at
     * @param most how many at a time
     * @return how many they were
     */
    int forget(Duration age, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setLong(1, age.toSeconds());
            statement.setInt(2, most);
            return statement.executeUpdate();
        }
    }

    private static boolean fits(LoggedSession session) {
        String slug = session.slug();
        return slug != null
                && slug.indexOf('\0') < 0
                && slug.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SLUG_BYTES;
    }
}
