package org.fitmesh.telemetry.log;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.fitmesh.concurrent.ApplicationTimer;
import org.fitmesh.config.LiveSettings;
import org.fitmesh.config.LogLevel;
import org.fitmesh.config.LogOutput;
import org.fitmesh.config.LogType;
import org.fitmesh.config.Settings;

/**
 * Writes the lines of requests. Two switches count, and both may be turned while the server runs:
 * the settings, and the levels of the loggers {@code org.fitmesh.http-log} and {@code
 * org.fitmesh.query-log} in the server's console, wherever the lines go.
 */
@ApplicationScoped
public class RequestLog {
    private static final Logger HTTP = System.getLogger("org.fitmesh.http-log");
    private static final Logger QUERY = System.getLogger("org.fitmesh.query-log");

    @Resource private ManagedThreadFactory container;

    private LogLines lines;
    private LiveSettings live;
    private boolean toServer;

    /** For the container. */
    public RequestLog() {}

    @Inject
    public RequestLog(Settings settings, LiveSettings live) {
        this.live = live;
        this.toServer = settings.logOutput() == LogOutput.SERVER;
    }

    @PostConstruct
    void begin() {
        lines = LogLines.toStandardOutput(ApplicationTimer.ofOneThread(container, "log"));
    }

    @PreDestroy
    void end() {
        lines.end();
    }

    /** Whether lines that tell of queries are written at all. */
    public boolean hasQueries() {
        return has(LogType.QUERY_LOG, LogLevel.INFO, QUERY);
    }

    /** Writes the line of a request, if such lines are wanted. */
    public void write(ServedRequest request) {
        LogLevel level = request.hasFailed() ? LogLevel.ERROR : LogLevel.INFO;
        if (has(LogType.HTTP_LOG, level, HTTP)) {
            write(HTTP, level, new HttpLine(values()).of(request, level, Instant.now()));
        }
    }

    /** Writes the line of an operation, if such lines are wanted. */
    public void write(ServedOperation operation, String requestId) {
        if (hasQueries()) {
            byte[] line = new QueryLine(values()).of(operation, requestId, Instant.now());
            write(QUERY, LogLevel.INFO, line);
        }
    }

    private boolean values() {
        return live.current().log().values();
    }

    private boolean has(LogType type, LogLevel level, Logger logger) {
        return live.current().log().has(type, level) && logger.isLoggable(ofServer(level));
    }

    private void write(Logger logger, LogLevel level, byte[] line) {
        if (toServer) {
            logger.log(ofServer(level), new String(line, StandardCharsets.UTF_8));
        } else {
            lines.add(line);
        }
    }

    private static Level ofServer(LogLevel level) {
        return level == LogLevel.ERROR ? Level.ERROR : Level.INFO;
    }
}
