package org.fitmesh.auth.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a token's payload, in the part of JSONPath that Hasura reads: {@code $}, {@code
 * $.a.b}, {@code $['a b']}, {@code $.['a']}, {@code $.a[0]}.
 *
 * @param steps names and positions, outermost first; none is the payload itself
 */
public record ClaimPath(List<Step> steps) {
    private static final Pattern STEP =
            Pattern.compile(
                    "\\.?\\[(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|([0-9]{1,9}))]"
                            + "|\\.([^.\\[\\]'\"\\s]+)");
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}_-]+");

    /**
     * A name, or a position in a list.
     *
     * @param index -1 for a name
     */
    record Step(String name, int index) {
        JsonNode from(JsonNode node) {
            return index < 0 ? node.path(name) : node.path(index);
        }

        @Override
        public String toString() {
            if (index >= 0) {
                return "[" + index + "]";
            }
            return PLAIN_NAME.matcher(name).matches() ? "." + name : "['" + name + "']";
        }
    }

    /** The path that a text describes; empty if the text is none. */
    static Optional<ClaimPath> parse(String text) {
        String rest = text.startsWith("$") ? text.substring(1) : "." + text;
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(rest);
        int position = 0;
        while (position < rest.length()) {
            matcher.region(position, rest.length());
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            steps.add(step(matcher));
            position = matcher.end();
        }
        return Optional.of(new ClaimPath(List.copyOf(steps)));
    }

    private static Step step(Matcher matcher) {
        if (matcher.group(3) != null) {
            return new Step("", Integer.parseInt(matcher.group(3)));
        }
        if (matcher.group(4) != null) {
            return new Step(matcher.group(4), -1);
        }
        String quoted = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return new Step(quoted.replaceAll("\\\\(.)", "$1"), -1);
    }

    /** What is there; empty if nothing is. */
    Optional<JsonNode> find(JsonNode payload) {
        JsonNode node = payload;
        for (Step step : steps) {
            node = step.from(node);
        }
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    /** The path in the form that Hasura's messages use. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("$");
        steps.forEach(text::append);
        return text.toString();
    }
}
