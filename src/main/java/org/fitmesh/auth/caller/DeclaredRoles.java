package org.fitmesh.auth.caller;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.security.enterprise.SecurityContext;
import java.lang.annotation.Annotation;
import java.security.Principal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A CDI extension that notes the roles that Java code names, in {@link RolesAllowed} and {@link
 * DeclareRoles}: the administrator has them all, and the container has to know them. It also notes
 * whether the container is to know callers at all.
 */
public class DeclaredRoles implements Extension {
    private static final List<Class<? extends Annotation>> GUARDS =
            List.of(
                    RolesAllowed.class,
                    PermitAll.class,
                    DenyAll.class,
                    DeclareRoles.class,
                    RunAs.class);

    private final Set<String> roles = new HashSet<>();
    private volatile boolean containerAsked;

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

    /** The container guards EJBs by itself. */
    void guarded(@Observes ProcessSessionBean<?> found) {
        AnnotatedType<?> type = (AnnotatedType<?>) found.getAnnotated();
        if (isGuard(type) || type.getMethods().stream().anyMatch(DeclaredRoles::isGuard)) {
            containerAsked = true;
        }
    }

    private static boolean isGuard(Annotated place) {
        return GUARDS.stream().anyMatch(place::isAnnotationPresent);
    }

    void asked(@Observes ProcessInjectionPoint<?, SecurityContext> found) {
        note(found.getInjectionPoint());
    }

    void askedForPrincipal(@Observes ProcessInjectionPoint<?, Principal> found) {
        note(found.getInjectionPoint());
    }

    /** The server's own beans ask too; they are none of the application's. */
    private void note(InjectionPoint place) {
        ClassLoader asking = place.getMember().getDeclaringClass().getClassLoader();
        if (asking == DeclaredRoles.class.getClassLoader()) {
            containerAsked = true;
        }
    }

    /**
     * Whether the application leaves anything to the container that depends on the caller: an EJB
     * with annotations of security, or a {@link SecurityContext} or {@link Principal} that is
     * injected. Complete once the application has started.
     */
    boolean isContainerAsked() {
        return containerAsked;
    }

    /** Complete once the application has started. */
    Set<String> roles() {
        return Set.copyOf(roles);
    }
}
