package org.fitmesh.dev;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.dev.server.ServerKind;

/**
 * What the environment says; an empty variable counts as not set. Names are Hasura's where Hasura
 * has one.
 *
 * @param environment the variables by name
 */
public record Settings(Map<String, String> environment) {

    private static final int PORT = 8080;
    private static final String HEAP = "-Xmx512m";

    /**
     * The live data of the server are small: a heap that starts small stays small, and on few cores
     * the serial collector answers more requests than the default one (bench/README.md). Without the
     * bound each thread keeps a buffer as large as the longest reply it wrote.
     */
    private static final String DEFAULT_JAVA_OPTIONS = 
            "-Xms192m " + HEAP + " -Xmn128m -XX:+UseSerialGC -Djdk.nio.maxCachedBufferSize=65536";

    /** Where the engine listens, and the name of the variable that says so. */
    public record Port(int number, String setting) {}

    /** The engine's port: PORT, else HASURA_GRAPHQL_SERVER_PORT, else 8080. */
    public Port port() throws StartFailure {
        Optional<Integer> heroku = number("PORT");
        if (heroku.isPresent()) return new Port(heroku.get(), "PORT");
        String setting = "HASURA_GRAPHQL_SERVER_PORT";
        Optional<Integer> hasura = number(setting);
        return hasura.map(number -> new Port(number, setting)).orElse(new Port(PORT, "PORT"));
    }

    /** Address to listen on: loopback unless HASURA_GRAPHQL_SERVER_HOST says otherwise. */
    public String host() {
        return value("HASURA_GRAPHQL_SERVER_HOST").orElse("127.0.0.1");
    }

    /** The engine alone: nothing is set that the environment does not set. */
    public boolean bare() {
        return value("FITMESH_APPLICATION").orElse("").equals("none");
    }

    public boolean hasDatabase() {
        return isSet("HASURA_GRAPHQL_DATABASE_URL") || isSet("DATABASE_URL");
    }

    public boolean wantsHygraph() {
        return !bare() && !isSet("HYGRAPH_ENDPOINT");
    }

    /** Hasura takes one way of authentication: a hook rules out JWT and the unauthorized role. */
    public boolean wantsIssuer() {
        return !bare() && !isSet("HASURA_GRAPHQL_JWT_SECRET") && !hasHook();
    }

    public boolean hasHook() {
        return isSet("HASURA_GRAPHQL_AUTH_HOOK");
    }

    /** Whether the data of the last run are deleted first. */
    public boolean reset() {
        return value("FITMESH_DEV_RESET").orElse("").equals("true");
    }

    /** Whether the server's log goes to the screen instead of a file. */
    public boolean logsToConsole() {
        return value("FITMESH_DEV_LOG").orElse("").equals("console");
    }

    /** Whether everything ends with the process that started it (Maven). */
    public boolean endsWithParent() {
        return value("FITMESH_DEV_WITH_PARENT").orElse("").equals("true");
    }

    /** FITMESH_DEV_SERVER: payara, unless it says liberty. */
    public ServerKind server() throws StartFailure {
        return ServerKind.named(value("FITMESH_DEV_SERVER").orElse("payara"));
    }

    public List<String> javaOptions() {
        String options = value("FITMESH_JAVA_OPTS").orElse(DEFAULT_JAVA_OPTIONS).strip();
        String heap = options.contains("-Xmx") ? "" : HEAP + " ";
        return List.of((heap + options).split("\\s+"));
    }

    public boolean isSet(String name) {
        return value(name).isPresent();
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** A port number; empty when it is not set. */
    public Optional<Integer> number(String name) throws StartFailure {
        Optional<String> text = value(name);
        if (text.isEmpty()) return Optional.empty();
        String digits = text.get().strip();
        if (digits.matches("[0-9]{1,5}") && Integer.parseInt(digits) <= 65535) {
            return Optional.of(Integer.valueOf(digits));
        }
        throw new StartFailure(name + "=" + digits + " is no port: give a number up to 65535.");
    }
}
