package org.fitmesh.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JSONPath of a column's argument {@code path}, as Hasura reads it: {@code $.a[0]["b c"]}. */
final class JsonPath {
    private static final Pattern ELEMENT =
            Pattern.compile(
                    "\\G\\.?(?:([\\p{L}\\p{N}_-]+)|\\[(-?\\d+)\\]|\\[\"([^\"]*)\"\\]|\\['([^']*)'\\])");
    private static final Pattern WHOLE =
            Pattern.compile(
                    "\\$|\\$?(?:\\.?(?:[\\p{L}\\p{N}_-]++|\\[-?\\d+\\]|\\[\"[^\"]*\"\\]|\\['[^']*'\\]))++");

    private JsonPath() {}

    static boolean isValid(String path) {
        return WHOLE.matcher(path).matches();
    }

    /** The keys and positions that a valid path names, in order. */
    static List<String> keys(String path) {
        List<String> keys = new ArrayList<>();
        Matcher element = ELEMENT.matcher(path.startsWith("$") ? path.substring(1) : path);
        while (element.find()) {
            keys.add(named(element));
        }
        return keys;
    }

    private static String named(Matcher element) {
        int group = 1;
        while (element.group(group) == null) {
            group++;
        }
        return element.group(group);
    }
}
