package org.fitmesh.metadata;

import java.util.List;
import java.util.Set;

/**
 * What the metadata says of roles as such.
 *
 * @param inherited the roles that have the permissions of others
 * @param introspectionDisabledFor the roles that may not ask for {@code __schema} and {@code
 *     __type}
 */
public record RoleDefinitions(List<InheritedRole> inherited, Set<String> introspectionDisabledFor) {
    /** Nothing said. */
    public static final RoleDefinitions NONE = new RoleDefinitions(List.of(), Set.of());
}
