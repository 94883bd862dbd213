package org.fitmesh.dev.server;

import java.io.IOException;
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
        Path user = options.temporary().resolve("wlp-user");
        Path server = Files.createDirectories(user.resolve("servers").resolve(SERVER));
        Files.copy(
                options.home().resolve("liberty-server.xml"),
                server.resolve("server.xml"),
                StandardCopyOption.REPLACE_EXISTING);
        List<String> command = ServerJava.command(options);
        Path tools = runtime.resolve("bin").resolve("tools");
        command.add("-javaagent:" + tools.resolve("ws-javaagent.jar"));
        command.addAll(List.of("-jar", tools.resolve("ws-server.jar").toString(), SERVER));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(
                        Map.of(
                                "WLP_USER_DIR", user.toString(),
                                "PORT", Integer.toString(options.port()),
                                "HOST", options.host(),
                                "FITMESH_WAR", options.war().toString()));
        return builder;
    }
}
