package org.fitmesh.plan.table;

import java.util.Map;
import java.util.Optional;

/**
 * Where rows have fields of Java code. One tree stands for an object, or for every object of a
 * list, of lists and so on.
 *
 * @param children by response key; keys without such fields below are left out
 * @param request the fields of the object itself
 */
public record SourceRows(Map<String, SourceRows> children, Optional<SourceRequest> request) {
    public boolean isEmpty() {
        return request.isEmpty() && children.isEmpty();
    }
}
