package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the metadata permits to one role. */
final class RolePermissions {
    private final World world;
    private final String role;
    private final Map<String, List<JsonNode>> selects = new HashMap<>();

    RolePermissions(World world, String role) {
        this.world = world;
        this.role = role;
    }

    /** The role's own permission, such as {@code delete_permissions}; each role that writes has. */
    JsonNode own(String kind, String table) {
        for (JsonNode permission : entry(table).get(kind)) {
            if (permission.get("role").asText().equals(role)) {
                return permission.get("permission");
            }
        }
        throw new IllegalArgumentException(role + " has none of the " + kind + " of " + table);
    }

    /** The permissions that add up to what the role reads of a table. */
    List<JsonNode> selects(String table) {
        List<JsonNode> found = selects.get(table);
        if (found == null) {
            found = selects(role, table);
            selects.put(table, found);
        }
        return found;
    }

    private List<JsonNode> selects(String of, String table) {
        for (JsonNode permission : entry(table).get("select_permissions")) {
            if (permission.get("role").asText().equals(of)) {
                return List.of(permission.get("permission"));
            }
        }
        Set<JsonNode> inherited = new LinkedHashSet<>();
        for (JsonNode entry : world.metadata().get("inherited_roles")) {
            if (entry.get("role_name").asText().equals(of)) {
                entry.get("role_set").forEach(p -> inherited.addAll(selects(p.asText(), table)));
            }
        }
        return List.copyOf(inherited);
    }

    private JsonNode entry(String table) {
        for (JsonNode entry : world.metadata().at("/sources/0/tables")) {
            if (entry.at("/table/name").asText().equals(table)) {
                return entry;
            }
        }
        throw new IllegalArgumentException("no table " + table);
    }
}
