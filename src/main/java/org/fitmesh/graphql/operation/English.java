package org.fitmesh.graphql.operation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Enumerations as Hasura writes them in its messages. */
final class English {
    private English() {}

    /** {@code a}, {@code a and b}, {@code a, b, and c}. */
    static String and(List<String> words) {
        int last = words.size() - 1;
        if (last <= 1) {
            return String.join(" and ", words);
        }
        return String.join(", ", words.subList(0, last)) + ", and " + words.get(last);
    }

    /** {@code ['a', 'b']}. */
    static String list(Collection<String> words) {
        return words.stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
