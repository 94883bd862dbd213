package org.fitmesh.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.EntityKeys;
import org.fitmesh.code.run.CodeRunner;
import org.fitmesh.code.run.Failures;
import org.fitmesh.code.scan.ApplicationIndex;
import org.fitmesh.code.schema.CodeSchema;
import org.fitmesh.metadata.Inconsistency;

/** The endpoints of an application, read once; needs no container. */
final class CodeSource {
    private static final Logger LOG = System.getLogger(CodeSource.class.getName());

    private final CodeModel model;
    private final Optional<CodeRunner> runner;
    private final EntityKeys entities;
    private final Failures failures;

    private CodeSource(
            CodeModel model, Optional<CodeRunner> runner, EntityKeys entities, Failures failures) {
        this.model = model;
        this.runner = runner;
        this.entities = entities;
        this.failures = failures;
    }

    /** Never fails: what goes wrong is listed in the model, which then offers nothing. */
    static CodeSource of(
            ClassLoader loader, Set<Class<?>> endpoints, EntityKeys entities, Failures failures) {
        try {
            ApplicationIndex index = ApplicationIndex.read(loader, endpoints, entities);
            return of(UsableEndpoints.of(index), entities, failures);
        } catch (IOException | RuntimeException | LinkageError e) {
            return failed(e, failures);
        }
    }

    /** Offers nothing, and lists why. */
    static CodeSource failed(Throwable reason, Failures failures) {
        LOG.log(Level.ERROR, "the endpoints of Java code cannot be offered", reason);
        Inconsistency inconsistency = UsableEndpoints.refused("@GraphQLApi", reason);
        return new CodeSource(
                without(CodeModel.NONE, List.of(inconsistency)),
                Optional.empty(),
                EntityKeys.NONE,
                failures);
    }

    private static CodeSource of(UsableEndpoints usable, EntityKeys entities, Failures failures) {
        CodeSchema schema = usable.schema();
        return new CodeSource(
                without(schema.model(), usable.refused()),
                CodeRunner.of(schema, failures),
                entities,
                failures);
    }

    private static CodeModel without(CodeModel model, List<Inconsistency> refused) {
        List<Inconsistency> all = new ArrayList<>(refused);
        all.addAll(model.inconsistencies());
        return new CodeModel(
                model.types(), model.queries(), model.mutations(), model.entities(), all);
    }

    CodeModel model() {
        return model;
    }

    /** The caches of documents for Java code: one, or none where there is no code. */
    List<Cache<?, ?>> documents() {
        return runner.<Cache<?, ?>>map(CodeRunner::documents).stream().toList();
    }

    EntityKeys entities() {
        return entities;
    }

    /** See {@link CodeOperations#run}; the entities are those of a source root. */
    ObjectNode run(String document, ObjectNode variables, List<?> found) {
        return runner.orElseThrow(() -> new IllegalStateException("no code: " + document))
                .run(document, variables, found);
    }
}
