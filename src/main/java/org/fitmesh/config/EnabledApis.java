package org.fitmesh.config;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses are served.
 *
 * @param graphql {@code /v1/graphql}
 * @param metadata {@code /v1/metadata}, {@code /v1/query} and {@code /v2/query}
 * @param runSql whether administrators may send SQL
 */
public record EnabledApis(boolean graphql, boolean metadata, boolean runSql) {
    static final String ALLOWED =
            "a comma-separated list of metadata, graphql, pgdump, config, developer and metrics";

    private static final Set<String> NAMES =
            Set.of("metadata", "graphql", "pgdump", "config", "developer", "metrics");

    /**
     * Reads Hasura's list.
     *
     * @return empty when it names what Hasura does not know
     */
    static Optional<EnabledApis> parse(String list, boolean runSql) {
        Set<String> named = new HashSet<>();
        for (String name : List.of(list.split(","))) {
            named.add(name.strip().toLowerCase(Locale.ROOT));
        }
        return NAMES.containsAll(named)
                ? Optional.of(
                        new EnabledApis(
                                named.contains("graphql"), named.contains("metadata"), runSql))
                : Optional.empty();
    }
}
