package org.fitmesh.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds after a collection of garbage, as {@code jcmd} tells.
 *
 * @param instances by class
 * @param threads by name, without the numbers in it
 */
record Footprint(Map<String, Integer> instances, Map<String, Integer> threads) {
    private static final Pattern INSTANCES = Pattern.compile("(?m)^ *\\d+: +(\\d+) +\\d+ +(\\S+)");
    private static final Pattern THREAD = Pattern.compile("(?m)^\"(.*)\" #");

    static Footprint of(ProcessHandle jvm) throws IOException {
        // EclipseLink's sessions have finalizers: such an object outlives its first collection.
        jcmd(jvm, "GC.run");
        jcmd(jvm, "GC.run_finalization");
        Map<String, Integer> instances = new TreeMap<>();
        Matcher ofClass = INSTANCES.matcher(jcmd(jvm, "GC.class_histogram"));
        while (ofClass.find()) {
            instances.merge(ofClass.group(2), Integer.parseInt(ofClass.group(1)), Integer::sum);
        }
        Map<String, Integer> threads = new TreeMap<>();
        Matcher thread = THREAD.matcher(jcmd(jvm, "Thread.print"));
        while (thread.find()) {
            threads.merge(thread.group(1).replaceAll("[0-9]+", "#"), 1, Integer::sum);
        }
        return new Footprint(instances, threads);
    }

    int instances(String type) {
        return instances.getOrDefault(type, 0);
    }

    /** How many threads have a name that contains that text. */
    int threads(String text) {
        return threads.entrySet().stream()
                .filter(thread -> thread.getKey().contains(text))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    static String jcmd(ProcessHandle jvm, String... command) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        ProcessBuilder builder = new ProcessBuilder(tool.toString(), Long.toString(jvm.pid()));
        for (String word : command) builder.command().add(word);
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
