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
