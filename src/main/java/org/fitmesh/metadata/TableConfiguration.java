package org.fitmesh.metadata;

import java.util.Map;
import java.util.Optional;

/**
 * The {@code configuration} of a tracked table, and what the table's entry says beside it.
 *
 * @param customName the base of its GraphQL names
 * @param customRootFields Hasura's key ({@code select}, {@code select_by_pk}, {@code insert_one},
 *     …) to the name of the root field
 * @param columnNames column to its name in GraphQL, where they differ
 * @param comments what stands in place of the usual descriptions
 * @param isEnum whether the table's rows are the values of a GraphQL enum
 */
public record TableConfiguration(
        Optional<String> customName,
        Map<String, String> customRootFields,
        Map<String, String> columnNames,
        Comments comments,
        boolean isEnum) {
    public static final TableConfiguration NONE =
            new TableConfiguration(Optional.empty(), Map.of(), Map.of(), Comments.NONE, false);

    /**
     * Texts for introspection; an empty one takes the usual description away.
     *
     * @param table of the object type
     * @param columns by column
     * @param rootFields by Hasura's key
     */
    public record Comments(
            Optional<String> table, Map<String, String> columns, Map<String, String> rootFields) {
        /** The usual descriptions. */
        public static final Comments NONE = new Comments(Optional.empty(), Map.of(), Map.of());

        /** The description of a column that has this comment in the database. */
        public Optional<String> column(String name, Optional<String> inDatabase) {
            return chosen(Optional.ofNullable(columns.get(name)), inDatabase);
        }

        /** The description of the object type. */
        public Optional<String> table(Optional<String> inDatabase, String usual) {
            return chosen(table, Optional.of(inDatabase.orElse(usual)));
        }

        /** The description of a root field. */
        public Optional<String> rootField(String key, Optional<String> usual) {
            return chosen(Optional.ofNullable(rootFields.get(key)), usual);
        }

        private static Optional<String> chosen(Optional<String> written, Optional<String> usual) {
            return written.or(() -> usual).filter(text -> !text.isEmpty());
        }
    }
}
