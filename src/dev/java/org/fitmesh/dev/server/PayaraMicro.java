package org.fitmesh.dev.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How Payara Micro is started. */
final class PayaraMicro {
    private PayaraMicro() {}

    static ProcessBuilder process(ServerOptions options) throws IOException {
        List<String> command = ServerJava.command(options);
        command.addAll(List.of("-jar", options.home().resolve("payara-micro.jar").toString()));
        // With --nocluster beside it --nohazelcast has no effect: 2 s, 40 threads, a port.
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        // 16 requests hold a connection at a time: of the usual 200 threads most would wait, with 300 kB each.
        command.addAll(List.of("--maxhttpthreads", "64"));
        command.addAll(List.of("--deploy", options.war().toString(), "--contextroot", "/"));
        command.addAll(List.of("--port", Integer.toString(options.port())));
        command.addAll(List.of("--prebootcommandfile", preBoot(options).toString()));
        if (options.serverDataSource()) {
            command.addAll(List.of("--addlibs", options.driver().toString()));
            Path commands = options.home().resolve("payara-data-source.txt");
            command.addAll(List.of("--postbootcommandfile", commands.toString()));
        }
        return new ProcessBuilder(command);
    }

    /**
     * The commands that administrators are told to give, and the address, for which Payara Micro
     * has no option.
     */
    private static Path preBoot(ServerOptions options) throws IOException {
        String commands = Files.readString(options.home().resolve("payara-pre-boot.txt"));
        if (!options.host().equals("*")) {
            String listener = "configs.config.server-config.network-config.network-listeners";
            commands += "set " + listener + ".network-listener.http-listener.address=";
            commands += options.host() + "\n";
        }
        return Files.writeString(options.temporary().resolve("pre-boot.txt"), commands);
    }
}
