package org.fitmesh.graphql.introspection;

import java.util.List;
import java.util.Optional;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeReference;

/**
 * A directive that clients may use.
 *
 * @param locations where it may stand
 */
record DirectiveDescription(
        String name, String description, List<String> locations, List<InputValue> arguments) {

    private static final List<String> SELECTIONS =
            List.of("FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT");

    /** Those that Hasura lists. */
    static final List<DirectiveDescription> ALL =
            List.of(
                    new DirectiveDescription(
                            "include",
                            "whether this query should be included",
                            SELECTIONS,
                            List.of(condition())),
                    new DirectiveDescription(
                            "skip",
                            "whether this query should be skipped",
                            SELECTIONS,
                            List.of(condition())),
                    new DirectiveDescription(
                            "cached",
                            "whether this query should be cached",
                            List.of("QUERY"),
                            List.of(
                                    option("ttl", "Int", "60", "measured in seconds"),
                                    option(
                                            "refresh",
                                            "Boolean",
                                            "false",
                                            "refresh the cache entry"))));

    private static InputValue condition() {
        return InputValue.of("if", TypeReference.nonNull("Boolean"));
    }

    private static InputValue option(
            String name, String type, String defaultValue, String description) {
        return new InputValue(
                name,
                Optional.of(description),
                TypeReference.nonNull(type),
                Optional.of(defaultValue));
    }
}
