package org.fitmesh.code;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fitmesh.code.scan.ApplicationIndex;
import org.fitmesh.code.schema.CodeSchema;
import org.fitmesh.metadata.Inconsistency;

/**
 * The endpoints that SmallRye accepts: it refuses all for a mistake in one, so then each is tried
 * alone.
 *
 * @param refused the others, and why
 */
record UsableEndpoints(CodeSchema schema, List<Inconsistency> refused) {
    private static final Logger LOG = System.getLogger(UsableEndpoints.class.getName());

    /**
     * Makes the schema.
     *
     * @throws RuntimeException when even those that are accepted alone are not together
     */
    static UsableEndpoints of(ApplicationIndex index) {
        List<Inconsistency> refused = new ArrayList<>();
        for (String stranger : index.strangers()) {
            refused.add(
                    new Inconsistency(
                            "code",
                            stranger,
                            "it is no bean: give it a scope, such as @ApplicationScoped"));
        }
        try {
            return new UsableEndpoints(CodeSchema.of(index, index.entities()), refused);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.DEBUG, "not all endpoints together", e);
            return new UsableEndpoints(oneByOne(index, refused), refused);
        }
    }

    private static CodeSchema oneByOne(ApplicationIndex index, List<Inconsistency> refused) {
        Set<Class<?>> accepted = new LinkedHashSet<>();
        for (Class<?> endpoint : index.endpoints()) {
            try {
                CodeSchema.of(index.of(Set.of(endpoint)), index.entities());
                accepted.add(endpoint);
            } catch (RuntimeException | LinkageError e) {
                LOG.log(Level.WARNING, "not offered: " + endpoint.getName(), e);
                refused.add(refused(endpoint.getName(), e));
            }
        }
        return CodeSchema.of(index.of(accepted), index.entities());
    }

    static Inconsistency refused(String name, Throwable reason) {
        return new Inconsistency("code", name, String.valueOf(reason.getMessage()));
    }
}
