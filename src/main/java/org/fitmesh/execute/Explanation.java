package org.fitmesh.execute;

import java.util.List;
import java.util.Optional;

/**
 * How PostgreSQL would answer a root field.
 *
 * @param field its response key
 * @param sql the statement with its values in it, to be read and tried out; absent where no table
 *     is asked
 * @param plan the lines of {@code EXPLAIN}
 */
public record Explanation(String field, Optional<String> sql, List<String> plan) {}
