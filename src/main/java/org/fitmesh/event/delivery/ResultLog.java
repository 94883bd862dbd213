package org.fitmesh.event.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fitmesh.config.PlannedAnew;

/** Writes what came of deliveries, many at a time: into the events and the log of invocations. */
final class ResultLog {
    /**
     * Writing twice changes nothing: the second time the invocation is there already. A success
     * counts whoever has the event by now; a failure only as long as it is this node's.
     */
    private static final String WRITE =
            """
            with result as (
              select * from unnest(
                ?::uuid[], ?::uuid[], ?::text[], ?::integer[], ?::integer[], ?::integer[],
                ?::text[], ?::text[], ?::boolean[], ?::float8[])
              r(invocation, event_id, trigger_name, current_retry, max_retries, status,
                request_headers, response, delivered, wait)),
            logged as (
              insert into fitmesh.event_invocation_log (
                id, event_id, trigger_name, current_retry, max_retries, status,
                request_headers, response)
              select invocation, event_id, trigger_name, current_retry, max_retries, status,
                request_headers::jsonb, response::jsonb
              from result
              on conflict do nothing
              returning id)
            update fitmesh.event_log l
            set delivered = l.delivered or r.delivered,
              error = not l.delivered and not r.delivered and r.wait is null,
              tries = l.tries + 1,
              due_at = case when r.wait is null then l.due_at
                else now() + r.wait * interval '1 second' end,
              leased_by = null,
              leased_until = null
            from result r
            where l.id = r.event_id and (r.delivered or l.leased_by = ?)
              and r.invocation in (select id from logged)
            """;

    private final DataSource database;
    private final UUID node;

    ResultLog(DataSource database, UUID node) {
        this.database = database;
        this.node = node;
    }

    /** Writes all of them or none. */
    void write(List<Result> results) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement write = PlannedAnew.prepare(connection, WRITE)) {
            Columns columns = new Columns(connection, write, results);
            columns.set(1, "uuid", Result::invocation);
            columns.set(2, "uuid", result -> result.event().id());
            columns.set(3, "text", result -> result.event().trigger());
            columns.set(4, "int4", result -> result.event().tries());
            columns.set(5, "int4", Result::maxRetries);
            columns.set(6, "int4", result -> result.answer().httpStatus().orElse(null));
            columns.set(7, "text", Result::requestHeaders);
            columns.set(8, "text", result -> InvocationResponse.json(result.answer()));
            columns.set(9, "bool", result -> result.next() instanceof NextStep.Delivered);
            columns.set(10, "float8", result -> seconds(result.next()));
            write.setObject(11, node);
            write.executeUpdate();
        }
    }

    private static Double seconds(NextStep next) {
        return next instanceof NextStep.Retry retry ? retry.pause().toMillis() / 1000.0 : null;
    }

    /** Each parameter is a list with a value per result. */
    private record Columns(
            Connection connection, PreparedStatement statement, List<Result> results) {
        void set(int parameter, String type, Function<Result, Object> value) throws SQLException {
            Object[] values = results.stream().map(value).toArray();
            statement.setArray(parameter, connection.createArrayOf(type, values));
        }
    }
}
