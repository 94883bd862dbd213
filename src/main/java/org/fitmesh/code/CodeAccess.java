package org.fitmesh.code;

import java.util.Set;
import org.fitmesh.auth.Session;

/**
 * Which roles a field of Java code is for. The admin's it always is.
 *
 * @param everybody whatever the role ({@code @PermitAll})
 * @param roles otherwise these ({@code @RolesAllowed}); empty: nobody but the admin, as for an
 *     action without permissions in Hasura
 */
public record CodeAccess(boolean everybody, Set<String> roles) {
    /** {@code @PermitAll}. */
    public static final CodeAccess EVERYBODY = new CodeAccess(true, Set.of());

    /** {@code @DenyAll}, or nothing said. */
    public static final CodeAccess ADMIN = new CodeAccess(false, Set.of());

    /** May that role see and use it? */
    public boolean allows(String role) {
        return everybody || Session.ADMIN.equals(role) || roles.contains(role);
    }
}
