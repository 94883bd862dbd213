package org.fitmesh.dev.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How Payara Server is started: the JVM that {@code asadmin start-domain} would start, on a domain
 * below the temporary folder. The first start of a domain deploys the WAR.
 */
final class PayaraServer {
    private static final String MAIN = "com.sun.enterprise.glassfish.bootstrap.ASMain";

    private PayaraServer() {}

    static ProcessBuilder process(ServerOptions options) throws IOException {
        Path runtime = options.home().resolve("payara6").resolve("glassfish");
        if (!Files.exists(runtime)) {
            throw new IOException(
                    runtime + " is missing: build with mvn package -Ppayara-server first");
        }
        Path domains = options.temporary().resolve("domains");
        boolean fresh = PayaraDomain.make(runtime, domains, options);
        List<String> command = new ArrayList<>(ServerJava.command(options));
        List<String> server = asadminCommand(options, runtime, domains, fresh);
        int main = server.indexOf(MAIN);
        if (main < 0) throw new IOException("asadmin told no command line: " + server);
        // The launcher's options last, so that they win.
        command.addAll(1, server.subList(1, main));
        command.addAll(server.subList(main, server.size()));
        // Standard input tells that the launcher is gone; the server would wait for passwords there.
        int reading = command.indexOf("-read-stdin");
        command.subList(reading, reading + 2).clear();
        return new ProcessBuilder(command);
    }

    /** What {@code asadmin} would run. */
    private static List<String> asadminCommand(
            ServerOptions options, Path runtime, Path domains, boolean fresh) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path client = runtime.resolve("lib").resolve("client").resolve("appserver-cli.jar");
        List<String> asadmin = new ArrayList<>(List.of(java, "-jar", client.toString()));
        asadmin.addAll(List.of("start-domain", "--dry-run", "--verbose"));
        asadmin.addAll(List.of("--domaindir", domains.toString()));
        if (fresh) {
            Path deploy = deployment(options);
            asadmin.addAll(List.of("--postbootcommandfile", deploy.toString()));
        }
        asadmin.add(PayaraDomain.NAME);
        Process process = new ProcessBuilder(asadmin).redirectError(Redirect.DISCARD).start();
        String output =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.lines()
                .dropWhile(line -> !line.endsWith("bin/java"))
                .takeWhile(line -> !line.isBlank())
                .toList();
    }

    private static Path deployment(ServerOptions options) throws IOException {
        List<String> commands = new ArrayList<>();
        if (options.serverDataSource()) {
            commands.addAll(
                    Files.readAllLines(options.home().resolve("payara-data-source.txt")));
        }
        commands.add("deploy --name fitmesh --contextroot / " + options.war());
        return Files.write(options.temporary().resolve("deploy.txt"), commands);
    }
}
