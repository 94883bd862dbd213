package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the document says of roles as such: {@code inherited_roles}, who may introspect. */
record RoleReader(Findings findings) {
    private static final String ADMIN = "admin";
    private static final String TYPE = "inherited_role";

    /**
     * Reads both.
     *
     * @param root the whole document
     * @param inherited the entries of {@code inherited_roles}
     */
    RoleDefinitions read(Entry root, List<JsonNode> inherited) {
        return new RoleDefinitions(inheritedRoles(inherited), introspectionDisabledFor(root));
    }

    private List<InheritedRole> inheritedRoles(List<JsonNode> elements) {
        List<InheritedRole> roles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode element : elements) {
            String name = element.path("role_name").asText("?");
            Optional<InheritedRole> role =
                    findings.attempt(TYPE, name, () -> inheritedRole(Entry.of(element)));
            if (role.isPresent() && !seen.add(name)) {
                findings.add(TYPE, name, "is there twice: remove or rename one");
                continue;
            }
            role.ifPresent(roles::add);
        }
        return List.copyOf(roles);
    }

    private static InheritedRole inheritedRole(Entry entry) {
        String name = entry.text("role_name");
        List<String> parents = entry.texts("role_set");
        if (ADMIN.equals(name)) {
            throw new MalformedEntry(
                    "the role admin may do everything already: it inherits nothing");
        }
        if (parents.contains(ADMIN)) {
            throw new MalformedEntry("nobody inherits from admin: use the role admin itself");
        }
        return new InheritedRole(name, parents.stream().distinct().toList());
    }

    /** {@code graphql_schema_introspection: {disabled_for_roles: […]}}. */
    private Set<String> introspectionDisabledFor(Entry root) {
        return findings.attempt(
                        "graphql_schema_introspection",
                        "graphql_schema_introspection",
                        () -> disabledRoles(root))
                .orElse(Set.of());
    }

    private static Set<String> disabledRoles(Entry root) {
        Optional<Entry> introspection = root.optionalObject("graphql_schema_introspection");
        boolean said =
                introspection.flatMap(entry -> entry.optional("disabled_for_roles")).isPresent();
        return said ? Set.copyOf(introspection.get().texts("disabled_for_roles")) : Set.of();
    }
}
