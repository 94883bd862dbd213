package org.fitmesh.remote;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.auth.Session;
import org.fitmesh.config.RemotePermissions;
import org.fitmesh.graphql.type.TypeSystem;

/**
 * What of the remote schemas a role sees while the metadata has no permissions on them. A remote is
 * asked with the credentials of the server, so what changes it is kept for the admin unless the
 * setting opens it to all, as Hasura does.
 */
public record RemoteAccess(RemotePermissions permissions) {

    /** The remotes that a role sees, cut to what it may use. */
    public Map<String, RemoteSchema> of(String role, Map<String, RemoteSchema> remotes) {
        if (Session.ADMIN.equals(role) || permissions == RemotePermissions.IGNORED) {
            return remotes;
        }
        Map<String, RemoteSchema> seen = new LinkedHashMap<>();
        if (permissions == RemotePermissions.WHERE_DEFINED) {
            remotes.forEach((name, remote) -> seen.put(name, withoutMutations(remote)));
            // what its permissions say is not read yet: rather too little than too much
            seen.values().removeIf(remote -> remote.definition().restricted());
        }
        return seen;
    }

    private static RemoteSchema withoutMutations(RemoteSchema remote) {
        TypeSystem types = remote.types();
        return new RemoteSchema(
                remote.definition(),
                new TypeSystem(
                        types.types(),
                        types.queryType(),
                        Optional.empty(),
                        types.subscriptionType()));
    }
}
