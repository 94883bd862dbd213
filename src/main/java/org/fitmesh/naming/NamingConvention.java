package org.fitmesh.naming;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How generated names are spelled.
 *
 * @see <a href="https://hasura.io/docs/2.0/schema/postgres/naming-convention/">Hasura's manual</a>
 */
public enum NamingConvention {
    /** With underscores: {@code users_by_pk}, {@code users_bool_exp}, {@code asc}. */
    HASURA_DEFAULT,
    /** As in JavaScript: {@code usersByPk}, {@code UsersBoolExp}, {@code ASC}. */
    GRAPHQL_DEFAULT;

    /** As metadata and settings say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The convention that metadata and settings call so. */
    public static Optional<NamingConvention> named(String text) {
        return Arrays.stream(values()).filter(c -> c.text().equals(text)).findFirst();
    }

    /** The name of a type. */
    public String type(Words words) {
        return spelled(words, NamingConvention::upperFirst);
    }

    /** The name of a type that is written with underscores. */
    public String type(String name) {
        return this == HASURA_DEFAULT ? name : type(Words.of(name));
    }

    /** The name of a field or an argument. */
    public String field(Words words) {
        return spelled(words, NamingConvention::lowerFirst);
    }

    /** The name of a field or an argument that is written with underscores. */
    public String field(String name) {
        return this == HASURA_DEFAULT ? name : field(Words.of(name));
    }

    /** The name of an enum's value. */
    public String enumValue(String name) {
        return this == HASURA_DEFAULT ? name : name.toUpperCase(Locale.ROOT);
    }

    /**
     * A name with what stands before and after it.
     *
     * @param prefix empty: nothing
     * @param suffix empty: nothing
     */
    public String between(String prefix, String name, String suffix) {
        if (this == HASURA_DEFAULT) {
            return prefix + name + suffix;
        }
        return prefix + (prefix.isEmpty() ? name : upperFirst(name)) + upperFirst(suffix);
    }

    private String spelled(Words words, UnaryOperator<String> first) {
        if (this == HASURA_DEFAULT) {
            return String.join("_", words.words());
        }
        StringBuilder name = new StringBuilder();
        for (String word : words.words()) {
            boolean begins = name.isEmpty();
            if (!begins) {
                name.append(upperFirst(word));
            } else {
                name.append(words.custom() ? word : first.apply(word));
            }
        }
        return name.toString();
    }

    private static String upperFirst(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String lowerFirst(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}
