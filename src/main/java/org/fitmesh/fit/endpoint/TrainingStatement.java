package org.fitmesh.fit.endpoint;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Computes a summary in PostgreSQL, with one statement over the sessions of one user. */
final class TrainingStatement {
    /**
     * Days in a row are those of which the date minus their rank is the same. A session in the
     * future, such as a planned one, counts for its week and the longest streak, not for the
     * current one.
     */
    private static final String SUMMARY =
            """
            with asked as (
              select ?::text as user_id, ?::text as zone, ?::integer as weeks
            ), now_there as (
              select asked.*, (now() at time zone zone)::date as today,
                date_trunc('week', now() at time zone zone)::date as this_week
              from asked
            ), done as materialized (
              select s.slug, s.date_completed, (s.date_completed at time zone n.zone)::date as day
              from public.sessions s join now_there n on s.user_id = n.user_id
            ), week as (
              select (n.this_week - 7 * w)::date as monday
              from now_there n, generate_series(n.weeks - 1, 0, -1) w
            ), counted as (
              select week.monday, count(done.day)::integer as sessions
              from week left join done on done.day between week.monday and week.monday + 6
              group by week.monday
            ), streak as (
              select count(*)::integer as days, max(day) as last
              from (
                select day, day - (row_number() over (order by day))::integer as island
                from (select distinct day from done) days) ranked
              group by island
            ), till_today as (
              select count(*)::integer as days, max(day) as last
              from (
                select day, day - (row_number() over (order by day))::integer as island
                from (select distinct done.day from done, now_there n where done.day <= n.today) days) ranked
              group by island
            )
            select
              array(select monday from counted order by monday) as mondays,
              array(select to_char(monday, 'IYYY-"W"IW') from counted order by monday) as names,
              array(select sessions from counted order by monday) as sessions,
              coalesce((select t.days from till_today t, now_there n where t.last >= n.today - 1), 0) as current,
              coalesce((select max(days) from streak), 0) as longest,
              (select slug from done
                where day between (select min(monday) from week) and (select max(monday) + 6 from week)
                group by slug order by count(*) desc, max(date_completed) desc, slug limit 1) as favourite
            """;

    private TrainingStatement() {}

    /**
     * The summary.
     *
     * @param zone a name of the IANA time zone database
     */
    static TrainingSummary run(Connection connection, String userId, String zone, int weeks)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SUMMARY)) {
            statement.setString(1, userId);
            statement.setString(2, zone);
            statement.setInt(3, weeks);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return summary(row, zone);
            }
        }
    }

    private static TrainingSummary summary(ResultSet row, String zone) throws SQLException {
        Date[] mondays = (Date[]) row.getArray("mondays").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        Integer[] sessions = (Integer[]) row.getArray("sessions").getArray();
        List<TrainingWeek> weeks = new ArrayList<>();
        int all = 0;
        for (int i = 0; i < mondays.length; i++) {
            LocalDate monday = mondays[i].toLocalDate();
            weeks.add(new TrainingWeek(names[i], monday, sessions[i]));
            all += sessions[i];
        }
        return new TrainingSummary(
                weeks,
                all,
                row.getInt("current"),
                row.getInt("longest"),
                row.getString("favourite"),
                zone);
    }
}
