package org.fitmesh.dev.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** A running PostgreSQL 17 on loopback; user and database {@code postgres}, any password. */
public final class EmbeddedDatabase implements AutoCloseable {
    /** After a crash PostgreSQL first repeats what it had written since the last checkpoint. */
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server; makes the data directory when it is not there, and ends a server that a
     * killed launcher has left on it.
     *
     * @param data the data directory; the log is written to {@code <data>.log}
     * @param port 0 for a free one
     * @param configuration settings of postgresql.conf
     * @throws IOException when it does not come up
     */
    public static EmbeddedDatabase start(Path data, int port, Map<String, String> configuration)
            throws IOException {
        Path directory = data.toAbsolutePath();
        Files.createDirectories(directory.getParent());
        LeftoverServer.end(directory);
        File log = new File(directory + ".log");
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(directory)
                        .setCleanDataDirectory(false)
                        .setPGStartupWait(RECOVERY)
                        .setRegisterShutdownHook(false)
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setServerConfig("listen_addresses", "localhost")
                        .setOutputRedirector(Redirect.appendTo(log))
                        .setErrorRedirector(Redirect.appendTo(log));
        configuration.forEach(builder::setServerConfig);
        if (port != 0) builder.setPort(port);
        try {
            return new EmbeddedDatabase(builder.start());
        } catch (IllegalStateException e) {
            throw new IOException("PostgreSQL does not start, see " + log, e);
        }
    }

    /** The file in which a running PostgreSQL notes its process id. */
    public static Path postmaster(Path data) {
        return data.toAbsolutePath().resolve("postmaster.pid");
    }

    /** Ends a server that a killed launcher has left on the directory; the caller owns it. */
    public static void endLeftover(Path data) throws IOException {
        LeftoverServer.end(data.toAbsolutePath());
    }

    public int port() {
        return server.getPort();
    }

    /** The value for {@code HASURA_GRAPHQL_DATABASE_URL}. */
    public String url() {
        return "postgres://postgres:postgres@localhost:" + server.getPort() + "/postgres";
    }

    /** A new connection as superuser. */
    public Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** Stops the server in its fast mode: open transactions are rolled back. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
