package org.fitmesh.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a README, in their order. The values of exported variables are the reader's to
 * choose; nothing else is changed. The last commands stop what the others started.
 *
 * @param steps in the order in which they stand there
 */
record ReadmeSteps(List<Step> steps) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern EXPORTED = Pattern.compile("(?<=\\s)(\\w+)=(\\S+)");
    private static final String OUTPUT = "output.";

    /**
     * A block of commands.
     *
     * @param answer the JSON that its last line of output is; null: the README promises none
     */
    record Step(String commands, String answer) {}

    /**
     * Reads them.
     *
     * @param heading of a section, {@code ## Payara Server}; empty: the whole file
     */
    static ReadmeSteps read(Path readme, String heading) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(section(readme, heading)); block.find(); ) {
            String text = block.group(2).strip();
            switch (block.group(1)) {
                case "sh" -> steps.add(new Step(text, null));
                case "json" -> steps.add(new Step(steps.remove(steps.size() - 1).commands(), text));
                default -> throw new IOException("a block that is neither sh nor json: " + text);
            }
        }
        if (steps.size() < 2) throw new IOException("no steps in " + readme + " " + heading);
        return new ReadmeSteps(List.copyOf(steps));
    }

    private static String section(Path readme, String heading) throws IOException {
        String text = Files.readString(readme);
        if (heading.isEmpty()) return text;
        int start = text.indexOf("\n" + heading + "\n");
        if (start < 0) throw new IOException("no " + heading + " in " + readme);
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    /**
     * The same with values for the exported variables.
     *
     * @throws IOException when one of them is not exported
     */
    ReadmeSteps with(Map<String, String> values) throws IOException {
        TreeSet<String> missing = new TreeSet<>(values.keySet());
        List<Step> chosen = new ArrayList<>();
        for (Step step : steps) {
            List<String> lines = new ArrayList<>();
            for (String line : step.commands().split("\n", -1)) {
                lines.add(line.startsWith("export ") ? chosen(line, values, missing) : line);
            }
            chosen.add(new Step(String.join("\n", lines), step.answer()));
        }
        if (!missing.isEmpty()) throw new IOException("not exported: " + missing);
        return new ReadmeSteps(List.copyOf(chosen));
    }

    private static String chosen(String line, Map<String, String> values, TreeSet<String> missing) {
        return EXPORTED.matcher(line)
                .replaceAll(
                        variable -> {
                            missing.remove(variable.group(1));
                            String value =
                                    values.getOrDefault(variable.group(1), variable.group(2));
                            return Matcher.quoteReplacement(variable.group(1) + "=" + value);
                        });
    }

    /**
     * One script: it ends with the first command that fails; the last step runs in any case.
     *
     * @param folder an existing one, which gets a file of output for each step
     */
    String script(Path folder) {
        int last = steps.size() - 1;
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        script.append("stop() {\n").append(redirected(folder, last)).append("}\n");
        script.append("trap stop EXIT\n");
        for (int i = 0; i < last; i++) script.append(redirected(folder, i));
        return script.toString();
    }

    private String redirected(Path folder, int step) {
        return "{\n" + steps.get(step).commands() + "\n} > '" + output(folder, step) + "' 2>&1\n";
    }

    /** What a step printed. */
    static Path output(Path folder, int step) {
        return folder.resolve(OUTPUT + step);
    }
}
