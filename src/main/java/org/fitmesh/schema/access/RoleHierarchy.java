package org.fitmesh.schema.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;
import org.fitmesh.metadata.InheritedRole;

/**
 * Which role inherits from which. Nobody inherits in a circle: the roles of one inherit nothing.
 *
 * @param parents of each inherited role
 * @param inconsistencies the circles
 */
public record RoleHierarchy(
        Map<String, List<String>> parents, List<Inconsistency> inconsistencies) {
    /** Nobody inherits. */
    public static final RoleHierarchy NONE = new RoleHierarchy(Map.of(), List.of());

    /** The hierarchy that the metadata says. */
    public static RoleHierarchy of(List<InheritedRole> roles) {
        Map<String, List<String>> parents = new LinkedHashMap<>();
        roles.forEach(role -> parents.put(role.name(), role.parents()));
        List<Inconsistency> circles = new ArrayList<>();
        Set<String> inCircle = new LinkedHashSet<>();
        for (String role : new TreeSet<>(parents.keySet())) {
            List<String> circle = circle(role, role, parents, new LinkedHashSet<>());
            if (!circle.isEmpty() && inCircle.addAll(circle)) {
                circles.add(found(role, circle));
            }
        }
        parents.keySet().removeAll(inCircle);
        return new RoleHierarchy(parents, List.copyOf(circles));
    }

    /** The way from a role back to itself; empty when there is none. */
    private static List<String> circle(
            String from, String to, Map<String, List<String>> parents, Set<String> visited) {
        for (String parent : parents.getOrDefault(from, List.of())) {
            if (parent.equals(to)) {
                return List.of(from, parent);
            }
            if (visited.add(parent)) {
                List<String> rest = circle(parent, to, parents, visited);
                if (!rest.isEmpty()) {
                    List<String> whole = new ArrayList<>(List.of(from));
                    whole.addAll(rest);
                    return whole;
                }
            }
        }
        return List.of();
    }

    /** In Hasura's words. */
    private static Inconsistency found(String role, List<String> circle) {
        String names = circle.stream().map(one -> '"' + one + '"').collect(Collectors.joining(","));
        return new Inconsistency(
                "inherited_role", role, "found cycle(s) in roles: [" + names + "]", Cause.CYCLIC);
    }

    /** The roles that inherit from others. */
    public Set<String> inherited() {
        return parents.keySet();
    }

    /** The role and all that it inherits from. */
    public Set<String> withAncestors(String role) {
        Set<String> all = new LinkedHashSet<>();
        collect(role, all);
        return all;
    }

    private void collect(String role, Set<String> all) {
        if (all.add(role)) {
            parents.getOrDefault(role, List.of()).forEach(parent -> collect(parent, all));
        }
    }
}
