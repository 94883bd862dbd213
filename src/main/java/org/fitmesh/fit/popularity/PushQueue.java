package org.fitmesh.fit.popularity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The slugs whose popularity Hygraph is to be told. */
final class PushQueue {
    /** How soon Hygraph is asked again for a workout that it did not know. */
    static final Duration UNKNOWN_WAIT = Duration.ofHours(1);

    private static final Duration LONGEST_REFUSAL_WAIT = Duration.ofMinutes(10);

    /** Rows are locked in the order in which they are counted: neither waits for the other. */
    private static final String LOCKED =
            "locked as materialized (select slug from public.workout_popularity"
                    + " where slug = any(array(select slug from chosen))"
                    + " order by slug for update)";

    /** Who was taken goes to the end, so that nobody stands in front for ever. */
    private static final String TAKE =
            "with chosen as (select slug from public.workout_popularity"
                    + " where settled is distinct from popularity and due_at < ?"
                    + " order by due_at, slug limit ?), "
                    + LOCKED
                    + " update public.workout_popularity w set due_at = clock_timestamp()"
                    + " from locked where w.slug = locked.slug returning w.slug, w.popularity";

    private static final String WITH_NUMBERS =
            "with chosen as (select * from unnest(?::text[], ?::bigint[]) as c(slug, number)), "
                    + LOCKED;

    private static final String OF_NUMBERS =
            " from locked join chosen using (slug) where w.slug = locked.slug";

    private static final String BASELINE =
            WITH_NUMBERS
                    + " update public.workout_popularity w set baseline = number"
                    + OF_NUMBERS
                    + " and w.baseline is null";

    private static final String UNKNOWN =
            WITH_NUMBERS
                    + " update public.workout_popularity w set settled = number,"
                    + " unknown_since = coalesce(unknown_since, clock_timestamp()),"
                    + " due_at = clock_timestamp() + ? * interval '1 ms'"
                    + OF_NUMBERS;

    private static final String WITH_SLUGS =
            "with chosen as (select * from unnest(?::text[]) as c(slug)), " + LOCKED;

    /** Hygraph's Int has 32 bits; a larger number would fail the whole request. */
    private static final String BEGIN =
            WITH_SLUGS
                    + " update public.workout_popularity w set settled = null"
                    + " from locked where w.slug = locked.slug and w.baseline is not null"
                    + " returning w.slug, least(greatest(w.popularity, 0), 2147483647)";

    private static final String PUSHED =
            WITH_NUMBERS
                    + " update public.workout_popularity w set settled = case"
                    + " when number = least(greatest(w.popularity, 0), 2147483647)"
                    + " then w.popularity else number end,"
                    + " pushed_at = clock_timestamp(), unknown_since = null, refusals = 0"
                    + OF_NUMBERS;

    private static final String REFUSED =
            WITH_SLUGS
                    + " update public.workout_popularity w"
                    + " set refusals = least(w.refusals, 1000) + 1,"
                    + " due_at = clock_timestamp() + least(?, 1000 * 2 ^ least(w.refusals, 20))"
                    + " * interval '1 ms' from locked where w.slug = locked.slug";

    private final DataSource database;

    PushQueue(DataSource database) {
        this.database = database;
    }

    /**
     * The slugs that are due, the longest waiting first, with their popularity.
     *
     * @param before the begin of this round: who was taken in it is not taken again
     */
    Map<String, Long> take(OffsetDateTime before, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setObject(1, before);
            statement.setInt(2, most);
            return numbers(statement);
        }
    }

    /** Hygraph's numbers, for slugs that had none. */
    void baseline(Map<String, Long> numbers) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(BASELINE)) {
            bind(statement, numbers);
            statement.executeUpdate();
        }
    }

    /**
     * Hygraph knows no such workouts.
     *
     * @param numbers the popularity that is settled by it; only another one is asked for again
     */
    void unknown(Map<String, Long> numbers) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(UNKNOWN)) {
            bind(statement, numbers);
            statement.setLong(3, UNKNOWN_WAIT.toMillis());
            statement.executeUpdate();
        }
    }

    /**
     * A push is about to be sent: from now on nobody knows what Hygraph has, until {@link #pushed}.
     *
     * @return what is to be sent; without slugs that are gone
     */
    Map<String, Long> begin(Collection<String> slugs) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setArray(1, connection.createArrayOf("text", slugs.toArray()));
            return numbers(statement);
        }
    }

    /**
     * Hygraph has these numbers. A node that comes late with it overwrites what another one has
     * recorded: that is what it did in Hygraph too, and the difference makes the slug due again.
     */
    void pushed(Map<String, Long> numbers) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PUSHED)) {
            bind(statement, numbers);
            statement.executeUpdate();
        }
    }

    /** Hygraph refused these; each waits, twice as long as the last time. */
    void refused(Collection<String> slugs) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(REFUSED)) {
            statement.setArray(1, connection.createArrayOf("text", slugs.toArray()));
            statement.setLong(2, LONGEST_REFUSAL_WAIT.toMillis());
            statement.executeUpdate();
        }
    }

    private static Map<String, Long> numbers(PreparedStatement statement) throws SQLException {
        Map<String, Long> numbers = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getLong(2));
            }
        }
        return numbers;
    }

    private static void bind(PreparedStatement statement, Map<String, Long> numbers)
            throws SQLException {
        List<String> slugs = new ArrayList<>(numbers.keySet());
        Connection connection = statement.getConnection();
        statement.setArray(1, connection.createArrayOf("text", slugs.toArray()));
        statement.setArray(
                2, connection.createArrayOf("int8", slugs.stream().map(numbers::get).toArray()));
    }
}
