package org.fitmesh.dev.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of the domain that comes with Payara Server, with an HTTP port, one for {@code
 * asadmin} and one for messages, and no others: several may run side by side.
 */
final class PayaraDomain {
    static final String NAME = "domain1";

    private static final String HTTP_PORT = "port=\"8080\"";
    private static final Pattern HTTP_LISTENER =
            Pattern.compile("( port=\")\\d+(\" (?:name|protocol)=\"http-listener-1\")");

    private static final String CONFIGURATION = "<config name=\"server-config\">";

    /**
     * The server would add this to its configuration while it deploys the WAR at boot, which on a
     * busy machine makes two of its threads wait for each other, for three minutes.
     */
    private static final String JMS =
            "<jms-service type=\"EMBEDDED\" default-jms-host=\"default_JMS_host\"><jms-host"
                    + " name=\"default_JMS_host\" host=\"localhost\""
                    + " port=\"${JMS_PROVIDER_PORT}\"/></jms-service>";

    private PayaraDomain() {}

    /**
     * Makes it, or lets the one of an earlier start listen on the port; answers whether it was made.
     */
    static boolean make(Path runtime, Path domains, ServerOptions options) throws IOException {
        Path domain = domains.resolve(NAME);
        Path file = domain.resolve("config").resolve("domain.xml");
        if (Files.exists(domain)) {
            Matcher listener = HTTP_LISTENER.matcher(Files.readString(file));
            Files.writeString(file, listener.replaceFirst("$1" + options.port() + "$2"));
            return false;
        }
        copy(runtime.resolve("domains").resolve(NAME), domain);
        String text = Files.readString(file);
        if (!text.contains(HTTP_PORT)) {
            throw new IOException(file + " is another than expected: no " + HTTP_PORT);
        }
        for (Map.Entry<String, String> change : changes(options).entrySet()) {
            text = text.replace(change.getKey(), change.getValue());
        }
        Files.writeString(file, text.replace(CONFIGURATION, CONFIGURATION + JMS));
        if (options.serverDataSource()) {
            Path driver = options.driver();
            Files.copy(driver, domain.resolve("lib").resolve(driver.getFileName()));
        }
        return true;
    }

    private static Map<String, String> changes(ServerOptions options) throws IOException {
        String address = options.host().equals("*") ? "0.0.0.0" : options.host();
        String http = "address=\"" + address + "\" port=\"" + options.port() + "\"";
        String asadmin = "address=\"127.0.0.1\" port=\"" + FreePort.any() + "\"";
        return Map.of(
                HTTP_PORT, http,
                "port=\"4848\"", asadmin,
                "port=\"8181\"", "port=\"8181\" enabled=\"false\"",
                "port=\"3700\"", "port=\"3700\" enabled=\"false\"",
                "port=\"3820\"", "port=\"3820\" enabled=\"false\"",
                "port=\"3920\"", "port=\"3920\" enabled=\"false\"",
                "port=\"8686\"", "port=\"8686\" enabled=\"false\"",
                "value=\"7676\"", "value=\"" + FreePort.any() + "\"",
                ",org.apache.felix.shell.remote", "",
                "<hazelcast-config-specific-configuration>",
                        "<hazelcast-config-specific-configuration enabled=\"false\">");
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.toList();
        }
        Files.createDirectories(to.getParent());
        for (Path file : files) Files.copy(file, to.resolve(from.relativize(file).toString()));
    }
}
