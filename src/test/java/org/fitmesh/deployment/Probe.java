package org.fitmesh.deployment;

import java.lang.annotation.Annotation;
import java.util.Locale;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** The paths of MicroProfile Health, and which checks answer there. */
public enum Probe {
    LIVE("livenessProbe", Liveness.class),
    READY("readinessProbe", Readiness.class),
    STARTED("startupProbe", Startup.class);

    private final String field;
    private final Class<? extends Annotation> qualifier;

    Probe(String field, Class<? extends Annotation> qualifier) {
        this.field = field;
        this.qualifier = qualifier;
    }

    /** Where it is asked. */
    public String path() {
        return "/health/" + name().toLowerCase(Locale.ROOT);
    }

    /** The name that Kubernetes has for it. */
    String field() {
        return field;
    }

    /** What its checks are annotated with. */
    Class<? extends Annotation> qualifier() {
        return qualifier;
    }
}
