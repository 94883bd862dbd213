package org.fitmesh.schema.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fitmesh.schema.filter.Filter;

/** Whether two permissions give the same; the order of what is joined by AND or OR is no matter. */
final class SameAccess {
    private SameAccess() {}

    static boolean inserts(InsertAccess one, InsertAccess other) {
        return one.columns().equals(other.columns())
                && one.presets().equals(other.presets())
                && one.backendOnly() == other.backendOnly()
                && one.validation().equals(other.validation())
                && filters(one.check(), other.check());
    }

    static boolean updates(UpdateAccess one, UpdateAccess other) {
        return one.columns().equals(other.columns())
                && one.presets().equals(other.presets())
                && one.backendOnly() == other.backendOnly()
                && one.validation().equals(other.validation())
                && filters(one.filter(), other.filter())
                && filters(one.check(), other.check());
    }

    static boolean deletes(DeleteAccess one, DeleteAccess other) {
        return one.backendOnly() == other.backendOnly()
                && one.validation().equals(other.validation())
                && filters(one.filter(), other.filter());
    }

    private static boolean filters(Filter one, Filter other) {
        return unordered(one).equals(unordered(other));
    }

    /** What equals that of a filter whose parts are in another order. */
    private static Object unordered(Filter filter) {
        if (filter instanceof Filter.All all) {
            return List.of("and", parts(all.parts()));
        }
        if (filter instanceof Filter.Any any) {
            return List.of("or", parts(any.parts()));
        }
        if (filter instanceof Filter.Not not) {
            return List.of("not", unordered(not.operand()));
        }
        if (filter instanceof Filter.Related related) {
            return List.of(related.relationship(), unordered(related.filter()));
        }
        if (filter instanceof Filter.ExistsIn exists) {
            return List.of(exists.table(), unordered(exists.filter()));
        }
        return filter;
    }

    private static Set<Object> parts(List<Filter> parts) {
        return parts.stream().map(SameAccess::unordered).collect(Collectors.toSet());
    }
}
