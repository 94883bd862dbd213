package org.fitmesh.sql;

import java.util.Arrays;

/**
 * A statement as text.
 *
 * @param text SQL with a {@code ?} for each parameter
 * @param parameters for each {@code ?} in order, the number of the plan's parameter that it takes
 */
public record SqlStatement(String text, int[] parameters) {

    @Override
    public boolean equals(Object other) {
        return other instanceof SqlStatement that
                && text.equals(that.text)
                && Arrays.equals(parameters, that.parameters);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text + " " + Arrays.toString(parameters);
    }

    /**
     * The same for several at once, with the number of the one whom it is for, from 0, before the
     * columns of each row. Rows come in the order of these numbers, and those of each in their own:
     * PostgreSQL plans what is materialized as if it stood alone, and no process beside its own
     * reads it, which would mix the rows.
     *
     * @param times at least one
     * @param values how many each brings: those of the second come after those of the first
     */
    public SqlStatement together(int times, int values) {
        StringBuilder with = new StringBuilder((text.length() + 100) * times);
        StringBuilder rows = new StringBuilder();
        int[] numbers = new int[parameters.length * times];
        for (int one = 0; one < times; one++) {
            String name = "\"_" + one + "\"";
            with.append(one == 0 ? "WITH " : ", ").append(name);
            with.append(" AS MATERIALIZED (").append(text).append(')');
            rows.append(one == 0 ? " SELECT " : " UNION ALL SELECT ").append(one);
            rows.append(" AS \"of\", ").append(name).append(".* FROM ").append(name);
            for (int i = 0; i < parameters.length; i++) {
                numbers[one * parameters.length + i] = one * values + parameters[i];
            }
        }
        return new SqlStatement(with.append(rows).toString(), numbers);
    }

    /**
     * The text with values in place of the parameters, for people: what runs has parameters.
     *
     * @param values of the plan's parameters
     */
    public String with(String[] values) {
        StringBuilder whole = new StringBuilder(text.length());
        int next = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && c == '?' && text.startsWith("??", i)) {
                // an operator of PostgreSQL, written twice for the driver
                whole.append('?');
                i++;
            } else if (quote == 0 && c == '?') {
                whole.append(literal(values[parameters[next++]]));
            } else {
                whole.append(c);
                quote = quoteAfter(quote, c);
            }
        }
        return whole.toString();
    }

    /** Which quote is open after a character; 0: none. A doubled one closes and opens. */
    private static char quoteAfter(char open, char c) {
        if (open != 0) {
            return c == open ? 0 : open;
        }
        return c == '\'' || c == '"' ? c : 0;
    }

    private static String literal(String value) {
        return value == null ? "NULL" : "('" + value.replace("'", "''") + "')";
    }
}
