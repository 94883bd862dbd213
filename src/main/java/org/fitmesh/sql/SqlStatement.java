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
}
