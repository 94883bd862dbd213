package org.fitmesh.dev.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * How Open Liberty is started: in a user directory below the temporary folder, with {@code
 * server-config/openliberty/server.xml} as it is.
 */
final class OpenLiberty {
    private static final String SERVER = "fitmesh";

    private OpenLiberty() {}

    static ProcessBuilder process(ServerOptions options) throws IOException {
        Path runtime = options.home().resolve("wlp");
        if (!Files.exists(runtime)) {
            throw new IOException(runtime + " is missing: build with mvn package -Pliberty first");
        }
        Path user = options.temporary().resolve("wlp-user");
        Path server = Files.createDirectories(user.resolve("servers").resolve(SERVER));
        Files.copy(
                options.home().resolve("liberty-server.xml"),
                server.resolve("server.xml"),
                StandardCopyOption.REPLACE_EXISTING);
        List<String> command = ServerJava.command(options);
        // What wlp/bin/server gives to a JVM of version 9 or later.
        command.add("@" + runtime.resolve("lib/platform/java/java9.options"));
        Path tools = runtime.resolve("bin").resolve("tools");
        command.add("-javaagent:" + tools.resolve("ws-javaagent.jar"));
        command.addAll(List.of("-jar", tools.resolve("ws-server.jar").toString(), SERVER));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(options.environment());
        builder.environment()
                .putAll(
                        Map.of(
                                "WLP_USER_DIR", user.toString(),
                                "PORT", Integer.toString(options.port()),
                                "LISTEN_ADDRESS", options.host(),
                                "POSTGRESQL_DRIVER", options.driver().toString(),
                                "FITMESH_WAR", options.war().toString()));
        builder.environment().putAll(dataSource(options.environment()));
        if (!builder.environment().containsKey("PGHOST")) {
            throw new IOException(
                    "Open Liberty does not read the address of the database: set PGHOST, PGPORT,"
                            + " PGDATABASE, PGUSER and PGPASSWORD");
        }
        return builder;
    }

    /** The data source is the server's, and takes the parts of the address that the launcher made. */
    private static Map<String, String> dataSource(Map<String, String> environment) {
        String url = environment.getOrDefault("HASURA_GRAPHQL_DATABASE_URL", "");
        if (url.isEmpty()) return Map.of();
        URI address = URI.create(url);
        String[] user = address.getUserInfo().split(":", 2);
        return Map.of(
                "PGHOST", address.getHost(),
                "PGPORT", Integer.toString(address.getPort()),
                "PGDATABASE", address.getPath().substring(1),
                "PGUSER", user[0],
                "PGPASSWORD", user[1]);
    }
}
