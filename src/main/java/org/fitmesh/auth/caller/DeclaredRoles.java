package org.fitmesh.auth.caller;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A CDI extension that notes the roles that Java code names, in {@link RolesAllowed} and {@link
 * DeclareRoles}: the administrator has them all, and the container has to know them.
 */
public class DeclaredRoles implements Extension {
    private final Set<String> roles = new HashSet<>();

    void collect(
            @Observes @WithAnnotations({RolesAllowed.class, DeclareRoles.class})
                    ProcessAnnotatedType<?> found) {
        AnnotatedType<?> type = found.getAnnotatedType();
        DeclareRoles declared = type.getAnnotation(DeclareRoles.class);
        if (declared != null) {
            roles.addAll(Arrays.asList(declared.value()));
        }
        allowed(type);
        type.getMethods().forEach(this::allowed);
    }

    private void allowed(Annotated place) {
        RolesAllowed allowed = place.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            roles.addAll(Arrays.asList(allowed.value()));
        }
    }

    /** Complete once the application has started. */
    Set<String> roles() {
        return Set.copyOf(roles);
    }
}
