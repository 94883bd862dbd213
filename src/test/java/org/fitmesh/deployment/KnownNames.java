package org.fitmesh.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fitmesh.config.Setting;

/** What the deployment files may name, from where it is defined. */
final class KnownNames {
    /** What entrypoint.sh of the image payara/micro reads. */
    static final Set<String> PAYARA_MICRO = Set.of("JVM_ARGS", "MEM_MAX_RAM_PERCENTAGE", "MEM_XSS");

    /** What docker-entrypoint.sh of the image postgres reads. */
    static final Set<String> POSTGRES = Set.of("POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB");

    private static final Path METADATA = Path.of("src/main/resources/META-INF/fitmesh/metadata");
    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("_from_env: (\\w+)");
    private static final Pattern OPTION = Pattern.compile("--[a-z]+");

    private KnownNames() {}

    /** The settings of the engine, and what the packaged metadata asks the environment for. */
    static Set<String> settings() throws IOException {
        Set<String> names = new TreeSet<>();
        Arrays.stream(Setting.values()).map(Setting::key).forEach(names::add);
        for (Path file : files(METADATA)) {
            Matcher variable = FROM_ENVIRONMENT.matcher(Files.readString(file));
            while (variable.find()) names.add(variable.group(1));
        }
        return names;
    }

    /** The options of Payara Micro in the README that a test follows. */
    static Set<String> payaraMicroOptions() throws IOException {
        String readme = Files.readString(Path.of("server-config", "payara", "README.md"));
        String command = readme.substring(readme.indexOf("-jar target/dev/payara-micro.jar"));
        Set<String> options = new TreeSet<>();
        Matcher option = OPTION.matcher(command.substring(0, command.indexOf("```")));
        while (option.find()) options.add(option.group());
        return options;
    }

    /** The text of a property of pom.xml. */
    static String property(String name) throws IOException {
        Matcher property =
                Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<")
                        .matcher(Files.readString(Path.of("pom.xml")));
        if (!property.find()) throw new IOException("no property " + name);
        return property.group(1);
    }

    /** The WAR that the build makes. */
    static String war() throws IOException {
        return "target/" + property("finalName") + ".war";
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
