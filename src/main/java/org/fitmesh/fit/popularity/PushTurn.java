package org.fitmesh.fit.popularity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Whose turn it is to push: one node at a time, held for {@link #LEASE} from the last request on. A
 * node that dies holds up the others no longer than that. Also when the next request may be sent,
 * by whichever node.
 */
final class PushTurn {
    /** Longer than any request takes, its repetition by the JVM included. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String TAKE =
            "update fitmesh.popularity_push"
                    + " set leased_by = ?, leased_until = clock_timestamp() + ? * interval '1 ms'"
                    + " where leased_by = ? or leased_until < clock_timestamp()"
                    + " returning clock_timestamp(), ceil(extract(epoch from"
                    + " next_request_at - clock_timestamp()) * 1000)::bigint";

    private static final String REQUEST =
            "update fitmesh.popularity_push"
                    + " set leased_until = clock_timestamp() + ? * interval '1 ms',"
                    + " next_request_at = clock_timestamp() + ? * interval '1 ms'"
                    + " where leased_by = ? and leased_until > clock_timestamp()";

    private static final String FAILED =
            "update fitmesh.popularity_push set failures = failures + 1, next_request_at ="
                    + " clock_timestamp() + greatest(?, least(?, 1000 * 2 ^ least(failures, 20)))"
                    + " * interval '1 ms' returning failures";

    private static final String WORKED =
            "update fitmesh.popularity_push set failures = 0 where failures > 0";

    private static final String RELEASE =
            "update fitmesh.popularity_push set leased_until = clock_timestamp()"
                    + " where leased_by = ? and leased_until > clock_timestamp()";

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final DataSource database;
    private final UUID node;

    PushTurn(DataSource database, UUID node) {
        this.database = database;
        this.node = node;
    }

    /**
     * This node's turn.
     *
     * @param now the database's time
     * @param pause until a request may be sent; not positive: none
     */
    record Taken(OffsetDateTime now, Duration pause) {}

    /** Takes the turn, or keeps it; empty: another node has it. */
    Optional<Taken> take() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setObject(1, node);
            statement.setLong(2, LEASE.toMillis());
            statement.setObject(3, node);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Taken(
                                        row.getObject(1, OffsetDateTime.class),
                                        Duration.ofMillis(row.getLong(2))))
                        : Optional.empty();
            }
        }
    }

    /**
     * A request is about to be sent.
     *
     * @param gap until the next one may be
     * @return whether it may be sent: not when the turn went to another node meanwhile
     */
    boolean beginRequest(Duration gap) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(REQUEST)) {
            statement.setLong(1, LEASE.toMillis());
            statement.setLong(2, gap.toMillis());
            statement.setObject(3, node);
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * A request failed as a whole: nobody asks for a while, which doubles with each failure from a
     * second to a minute.
     *
     * @param atLeast what Hygraph asked for
     * @return how many have failed in a row
     */
    int failed(Duration atLeast) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FAILED)) {
            statement.setLong(1, atLeast.toMillis());
            statement.setLong(2, LONGEST_WAIT.toMillis());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    /**
     * A request was answered.
     *
     * @return whether the one before had failed
     */
    boolean worked() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(WORKED)) {
            return statement.executeUpdate() > 0;
        }
    }

    /** The next node may begin at once. */
    void release() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            statement.setObject(1, node);
            statement.executeUpdate();
        }
    }
}
