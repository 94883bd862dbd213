package org.fitmesh.fit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.temporal.IsoFields;
import java.util.List;
import org.fitmesh.state.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingStatementTest {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        Migrations.run(postgres.getPostgresDatabase(), true);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void clear() throws SQLException {
        run("truncate users cascade");
        run("insert into users (id) values ('ann'), ('bob')");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A session of Ann's at a time that is an expression of SQL. */
    private static void done(String slug, String... times) throws SQLException {
        for (String time : times) {
            run(
                    "insert into sessions (user_id, slug, date_completed) values ('ann', '%s', %s)"
                            .formatted(slug, time));
        }
    }

    private static TrainingSummary summary(String zone, int weeks) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            return TrainingStatement.run(connection, "ann", zone, weeks);
        }
    }

    /** Noon in UTC, so many days ago. */
    private static String ago(int days) {
        return "(date_trunc('day', now() at time zone 'UTC') - interval '%d days' + interval '12 hours') at time zone 'UTC'"
                .formatted(days);
    }

    @Test
    void nothingDone() throws SQLException {
        run("insert into sessions (user_id, slug) values ('bob', 'fran')");
        TrainingSummary summary = summary("UTC", 3);
        assertThat(summary.weeks()).extracting(TrainingWeek::sessions).containsExactly(0, 0, 0);
        assertThat(summary.sessions()).isZero();
        assertThat(summary.currentStreak()).isZero();
        assertThat(summary.longestStreak()).isZero();
        assertThat(summary.favouriteWorkout()).isNull();
    }

    @Test
    void weeksAreIsoWeeksTheOldestFirst() throws SQLException {
        done("fran", ago(0), ago(7), ago(7), ago(28));
        List<TrainingWeek> weeks = summary("UTC", 3).weeks();
        assertThat(weeks).extracting(TrainingWeek::sessions).containsExactly(0, 2, 1);
        assertThat(weeks).allSatisfy(TrainingStatementTest::isIsoWeek);
    }

    private static void isIsoWeek(TrainingWeek week) {
        assertThat(week.startsOn().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        int year = week.startsOn().get(IsoFields.WEEK_BASED_YEAR);
        int number = week.startsOn().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        assertThat(week.week()).isEqualTo("%d-W%02d".formatted(year, number));
    }

    @Test
    void aYearOfWeeksCrossesItsEnd() throws SQLException {
        List<TrainingWeek> weeks = summary("UTC", 520).weeks();
        assertThat(weeks).hasSize(520);
        assertThat(weeks).extracting(TrainingWeek::week).doesNotHaveDuplicates();
        // 2020 was a year of 53 weeks
        assertThat(weeks).extracting(TrainingWeek::week).contains("2020-W53", "2021-W01");
    }

    @Test
    void aStreakThatEndsTodayOrYesterdayIsCurrent() throws SQLException {
        done("fran", ago(1), ago(2), ago(2), ago(3));
        assertThat(summary("UTC", 1).currentStreak()).isEqualTo(3);
        done("fran", ago(0));
        assertThat(summary("UTC", 1).currentStreak()).isEqualTo(4);
    }

    @Test
    void anOlderStreakIsTheLongestAlone() throws SQLException {
        done("fran", ago(40), ago(41), ago(42), ago(2));
        TrainingSummary summary = summary("UTC", 1);
        assertThat(summary.currentStreak()).isZero();
        assertThat(summary.longestStreak()).isEqualTo(3);
    }

    @Test
    void whatIsPlannedDoesNotMakeAStreakCurrent() throws SQLException {
        done("fran", ago(-1), ago(-2), ago(0));
        TrainingSummary summary = summary("UTC", 1);
        assertThat(summary.currentStreak()).isEqualTo(1);
        assertThat(summary.longestStreak()).isEqualTo(3);
    }

    @Test
    void daysBeginInTheTimeZone() throws SQLException {
        // in Berlin both are of one day, in UTC of two
        done("fran", "'2024-03-31 22:30:00+00'", "'2024-04-01 21:00:00+00'");
        assertThat(summary("UTC", 1).longestStreak()).isEqualTo(2);
        assertThat(summary("Europe/Berlin", 1).longestStreak()).isEqualTo(1);
    }

    @Test
    void theDayOfTheClockChangeIsOneDay() throws SQLException {
        done(
                "fran",
                "'2024-03-30 11:00:00+00'",
                "'2024-03-31 00:30:00+00'",
                "'2024-03-31 21:30:00+00'",
                "'2024-04-01 11:00:00+00'");
        assertThat(summary("Europe/Berlin", 1).longestStreak()).isEqualTo(3);
    }

    @Test
    void theFavouriteIsTheOneDoneMostOftenThenTheLatest() throws SQLException {
        done("fran", ago(0));
        done("murph", ago(1), ago(2));
        done("cindy", ago(0), ago(3));
        done("grace", ago(60), ago(61), ago(62));
        assertThat(summary("UTC", 2).favouriteWorkout()).isEqualTo("cindy");
        assertThat(summary("UTC", 20).favouriteWorkout()).isEqualTo("grace");
    }
}
