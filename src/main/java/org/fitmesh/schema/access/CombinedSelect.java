package org.fitmesh.schema.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.fitmesh.schema.filter.Filter;

/**
 * Several select permissions as one: the rows of each; in a row the values that one of those
 * permissions gives that give the row.
 */
final class CombinedSelect {
    private final List<SelectAccess> parts;

    private CombinedSelect(List<SelectAccess> parts) {
        this.parts = parts;
    }

    /** The permission that has what all of these have; none without any. */
    static Optional<SelectAccess> of(List<SelectAccess> parts) {
        List<SelectAccess> different = parts.stream().distinct().toList();
        if (different.size() < 2) {
            return different.stream().findFirst();
        }
        return Optional.of(new CombinedSelect(different).combined());
    }

    private SelectAccess combined() {
        Map<String, Filter> readableIn = new LinkedHashMap<>();
        Set<String> columns = union(SelectAccess::columns, readableIn);
        // No computed field has the name of a column.
        Set<String> computedFields = union(SelectAccess::computedFields, readableIn);
        Set<String> rootFields = new HashSet<>();
        parts.forEach(part -> rootFields.addAll(part.rootFields()));
        return new SelectAccess(
                columns,
                computedFields,
                any(parts.stream().map(SelectAccess::filter).toList()),
                limit(),
                parts.stream().anyMatch(SelectAccess::aggregations),
                rootFields,
                readableIn);
    }

    /** Hasura's rule: the largest of the limits; a part without one does not lift it. */
    private OptionalInt limit() {
        return parts.stream().map(SelectAccess::limit).flatMapToInt(OptionalInt::stream).max();
    }

    private Set<String> union(
            Function<SelectAccess, Set<String>> names, Map<String, Filter> readableIn) {
        Set<String> all = new LinkedHashSet<>();
        parts.forEach(part -> all.addAll(names.apply(part)));
        for (String name : all) {
            readableIn(names, name).ifPresent(rows -> readableIn.put(name, rows));
        }
        return all;
    }

    /** Empty when it is readable in every row of the permission. */
    private Optional<Filter> readableIn(Function<SelectAccess, Set<String>> names, String column) {
        boolean everywhere =
                parts.stream()
                        .allMatch(
                                p ->
                                        names.apply(p).contains(column)
                                                && !p.readableIn().containsKey(column));
        if (everywhere) {
            return Optional.empty();
        }
        List<Filter> rows = new ArrayList<>();
        for (SelectAccess part : parts) {
            if (names.apply(part).contains(column)) {
                rows.add(part.readableIn().getOrDefault(column, part.filter()));
            }
        }
        Filter any = any(rows);
        return any.equals(Filter.EVERYTHING) ? Optional.empty() : Optional.of(any);
    }

    private static Filter any(List<Filter> filters) {
        if (filters.contains(Filter.EVERYTHING)) {
            return Filter.EVERYTHING;
        }
        List<Filter> different = filters.stream().distinct().toList();
        return different.size() == 1 ? different.get(0) : new Filter.Any(different);
    }
}
