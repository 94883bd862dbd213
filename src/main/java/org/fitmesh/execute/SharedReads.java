package org.fitmesh.execute;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.fitmesh.plan.compile.CompiledStatement;
import org.fitmesh.plan.compile.Result;
import org.fitmesh.remote.JsonSlice;
import org.fitmesh.sql.SqlStatement;
import org.fitmesh.telemetry.metric.ConnectionMetrics;

/** The statements that requests may share, as long as a plan has them. */
final class SharedReads {
    /** As many statements as this machine's processors can give work to, and two at least. */
    private static final int LANES = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** Beyond that there is nothing to gain. */
    private static final int LARGEST = 16;

    /**
     * In characters. Longer ones have their work in PostgreSQL, which keeps a plan of each size.
     */
    private static final int LONGEST = 4_096;

    private final Connections connections;
    private final ConnectionMetrics metrics;
    private final int most;

    /** By the statement itself, not by what is in it. */
    private final Cache<CompiledStatement, SharedRead> reads =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    /**
     * @param most so many requests a statement may answer; 1: none is shared
     */
    SharedReads(Connections connections, ConnectionMetrics metrics, int most) {
        this.connections = connections;
        this.metrics = metrics;
        this.most = Math.min(most, LARGEST);
    }

    /**
     * What a statement reads.
     *
     * @param values of its parameters
     * @param alone reads the same by the statement itself
     */
    JsonSlice read(CompiledStatement statement, String[] values, Supplier<JsonSlice> alone) {
        boolean shared = most > 1 && statement.sql().text().length() <= LONGEST;
        return shared
                ? reads.get(statement, this::shared).answer(new SharedRequest(values, alone))
                : alone.get();
    }

    /** Does not know the statement itself, which ends with its plan. */
    private SharedRead shared(CompiledStatement statement) {
        SqlStatement sql = statement.sql();
        Result result = statement.result();
        return new SharedRead(
                requests -> read(sql, result, requests), LANES, most, SharingPace.SLOW);
    }

    private List<JsonSlice> read(SqlStatement sql, Result result, List<SharedRequest> requests) {
        int size = requests.size();
        // Not kept: to write it takes less than to look it up among those that are prepared.
        SqlStatement together = sql.together(size, requests.get(0).values().length);
        String[] values =
                requests.stream()
                        .flatMap(request -> Arrays.stream(request.values()))
                        .toArray(String[]::new);
        List<JsonSlice> answers =
                connections.use(
                        connection ->
                                Statements.together(connection, together, values, result, size));
        metrics.shared(size);
        return answers;
    }
}
