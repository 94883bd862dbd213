package org.fitmesh.remote.join;

import java.util.List;
import java.util.Map;

/**
 * Where joins are in an answer. One tree stands for an object, or for every object of a list, of
 * lists and so on.
 *
 * @param children the trees below, by response key; keys without a join below are left out
 * @param joins of the object itself, in the client's order
 */
public record JoinTree(Map<String, JoinTree> children, List<RemoteJoin> joins) {
    public boolean isEmpty() {
        if (!joins.isEmpty()) {
            return false;
        }
        for (JoinTree child : children.values()) {
            if (!child.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
