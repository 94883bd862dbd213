package org.fitmesh.test.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line for each test class: how many cases passed on each server, and whether the servers ran the
 * same cases and all of them passed.
 *
 * @param servers the reports, one for each server
 * @param drills the classes that only the first server has to run, without their package
 */
public record ServersTable(List<ServerReports> servers, Set<String> drills) {
    private static final int NAMED = 10;
    private static final String NOT_ASKED = "-";
    private static final String DRILLS = "--drills=";
    private static final Pattern NAME = Pattern.compile("(\\w+)\\.java");

    /**
     * Prints the table; ends with exit code 1 unless all is green.
     *
     * @param arguments folders with the reports, a server each; {@code --drills=} and the patterns
     *     of the files of classes that only the first server has to run
     */
    public static void main(String[] arguments) throws IOException {
        List<ServerReports> servers = new ArrayList<>();
        Set<String> drills = new HashSet<>();
        for (String argument : arguments) {
            if (argument.startsWith(DRILLS)) {
                NAME.matcher(argument).results().forEach(file -> drills.add(file.group(1)));
            } else {
                servers.add(ServerReports.read(Path.of(argument)));
            }
        }
        ServersTable table = new ServersTable(servers, drills);
        System.out.print(table.text());
        if (!table.isGreen()) System.exit(1);
    }

    boolean isGreen() {
        return !classes().isEmpty() && classes().stream().allMatch(this::isGreen);
    }

    /** The table, and below it the cases that are not green. */
    String text() {
        StringBuilder text = new StringBuilder(line("test class", "cases", names(), ""));
        for (String testClass : classes()) {
            text.append(line(shortName(testClass), List.of(testClass), isGreen(testClass)));
        }
        text.append(line("all", classes(), isGreen()));
        List<String> faults = classes().stream().flatMap(this::faults).toList();
        faults.stream().limit(NAMED).forEach(fault -> text.append(fault).append('\n'));
        if (faults.size() > NAMED) text.append(faults.size() - NAMED).append(" more\n");
        return text.toString();
    }

    private List<String> names() {
        return servers.stream().map(ServerReports::server).toList();
    }

    private SortedSet<String> classes() {
        SortedSet<String> classes = new TreeSet<>();
        servers.forEach(server -> classes.addAll(server.cases().keySet()));
        return classes;
    }

    private SortedSet<String> cases(String testClass) {
        SortedSet<String> cases = new TreeSet<>();
        servers.forEach(server -> cases.addAll(server.names(testClass)));
        return cases;
    }

    private boolean isGreen(String testClass) {
        return asked(testClass)
                .allMatch(
                        server ->
                                server.isGreen(testClass)
                                        && server.names(testClass).equals(cases(testClass)));
    }

    private Stream<String> faults(String testClass) {
        return asked(testClass)
                .flatMap(
                        server ->
                                cases(testClass).stream()
                                        .filter(name -> !server.passed(testClass, name))
                                        .map(name -> fault(server, testClass, name)));
    }

    /** The servers that have to run the class. */
    private Stream<ServerReports> asked(String testClass) {
        return servers.stream().limit(drills.contains(shortName(testClass)) ? 1 : servers.size());
    }

    private static String fault(ServerReports server, String testClass, String name) {
        String outcome = server.outcome(testClass, name).map(Outcome::name).orElse("did not run");
        return server.server() + ": " + shortName(testClass) + " " + name + ": " + outcome;
    }

    private static String shortName(String testClass) {
        return testClass.substring(testClass.lastIndexOf('.') + 1);
    }

    private String line(String name, Collection<String> classes, boolean green) {
        int cases = classes.stream().mapToInt(testClass -> cases(testClass).size()).sum();
        List<String> passed = servers.stream().map(server -> passed(server, classes)).toList();
        return line(name, Integer.toString(cases), passed, green ? "green" : "RED");
    }

    private String passed(ServerReports server, Collection<String> classes) {
        boolean isAsked =
                classes.stream().anyMatch(testClass -> asked(testClass).anyMatch(server::equals));
        return isAsked
                ? Long.toString(classes.stream().mapToLong(server::passed).sum())
                : NOT_ASKED;
    }

    private static String line(String name, String cases, List<String> passed, String verdict) {
        StringBuilder line = new StringBuilder("%-24s %6s".formatted(name, cases));
        passed.forEach(column -> line.append(" %8s".formatted(column)));
        return line.append("  ").append(verdict).toString().stripTrailing() + "\n";
    }
}
