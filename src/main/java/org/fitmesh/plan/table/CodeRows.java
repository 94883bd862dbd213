package org.fitmesh.plan.table;

import java.util.Map;
import java.util.Optional;

/**
 * Where a reply of Java code has rows of tables. One tree stands for a value, or for every value of
 * a list, of lists and so on.
 *
 * @param children by response key; keys without rows below are left out
 * @param rows what the value itself is, when it is a row
 */
public record CodeRows(Map<String, CodeRows> children, Optional<Rows> rows) {
    /**
     * Rows that are found by their keys.
     *
     * @param query the role's filter and what was selected
     * @param type the type of the rows
     * @param required whether there may be no null in the row's place
     */
    public record Rows(TableQuery query, String type, boolean required) {}
}
