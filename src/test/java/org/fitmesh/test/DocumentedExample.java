package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation that builds something: its blocks of code.
 *
 * @param files path in the source tree to content: blocks under a line that ends with such a path
 * @param calls GraphQL texts, each with the JSON of the block behind it
 */
record DocumentedExample(Map<String, String> files, List<Call> calls) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern PATH = Pattern.compile("`((?:sql|src)/[^`]+\\.\\w+)`[^`]*$");

    /** A call and its answer. */
    record Call(String graphql, String answer) {}

    static DocumentedExample read(Path page) throws IOException {
        String text = Files.readString(page);
        Map<String, String> files = new LinkedHashMap<>();
        List<Call> calls = new ArrayList<>();
        String asked = null;
        int end = 0;
        for (Matcher block = BLOCK.matcher(text); block.find(); end = block.end()) {
            Matcher path = PATH.matcher(text.substring(end, block.start()).strip());
            if (path.find()) {
                files.put(path.group(1), block.group(2));
            } else if (block.group(1).equals("graphql")) {
                asked = block.group(2).strip();
            } else if (block.group(1).equals("json")) {
                calls.add(new Call(asked, block.group(2).strip()));
            }
        }
        assertThat(files).as("files of %s", page).isNotEmpty();
        assertThat(calls).as("calls of %s", page).isNotEmpty();
        return new DocumentedExample(files, calls);
    }

    /** Those whose path begins and ends so. */
    Map<String, String> files(String beginning, String ending) {
        Map<String, String> some = new LinkedHashMap<>(files);
        some.keySet().removeIf(path -> !path.startsWith(beginning) || !path.endsWith(ending));
        return some;
    }
}
