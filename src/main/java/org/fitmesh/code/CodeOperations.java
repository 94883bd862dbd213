package org.fitmesh.code;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.fitmesh.cache.BoundedCache;
import org.fitmesh.cache.KeptCache;
import org.fitmesh.catalog.EntityKeys;
import org.fitmesh.code.run.Failures;
import org.fitmesh.config.Settings;

/** The Java code of the application: what it offers, and how it is called. */
@ApplicationScoped
public class CodeOperations {
    private static final Logger LOG = System.getLogger(CodeOperations.class.getName());

    @Inject private BeanManager beans;
    @Inject private Settings settings;
    @Inject private CodeEntities entities;

    @PersistenceUnit(unitName = "fitmesh")
    private EntityManagerFactory unit;

    private volatile CodeSource source;

    /** What it offers. Made when first asked for; never fails. */
    public CodeModel model() {
        return source().model();
    }

    /**
     * Runs an operation of code fields alone, in this thread and its transaction.
     *
     * @param document GraphQL text; entities are leaves in it
     * @param variables those that the text uses, as the client gave them
     * @return {@code data}, with an {@link EntityReference} for each entity; where the code
     *     returned null in place of an entity, null, in lists too
     * @throws org.fitmesh.error.RequestException what a method threw, for the client to read; the
     *     path is that of the root field
     */
    public ObjectNode run(String document, ObjectNode variables) {
        return source().run(document, variables, List.of());
    }

    /**
     * Runs the {@code @Source} methods of an entity.
     *
     * @param document whose one root field is the entity's {@link CodeEntity#sourceRoot}, under any
     *     response key
     * @param rows the entities to answer for; they are loaded with one statement
     * @return one element for each of the rows, in their order; null where there is no such entity
     *     any more
     * @throws org.fitmesh.error.RequestException as {@link #run}
     */
    public ArrayNode sources(String document, ObjectNode variables, List<EntityReference> rows) {
        if (rows.isEmpty()) {
            return JsonNodeFactory.instance.arrayNode();
        }
        EntityKeys keys = source().entities();
        Class<?> type = keys.named(rows.get(0).type());
        return SourceAnswer.of(rows, wanted -> entities.load(keys, type, wanted))
                .run(found -> source().run(document, variables, found));
    }

    /** What is kept of the documents for Java code, for administrators. */
    @Produces
    KeptCache documents() {
        return new BoundedCache(
                "code-documents",
                "The part of operations that Java code answers, parsed and validated. Emptied, each"
                        + " is parsed again when it comes.",
                "entries",
                () -> source == null ? List.of() : source.documents());
    }

    private CodeSource source() {
        CodeSource known = source;
        return known == null ? made() : known;
    }

    private synchronized CodeSource made() {
        if (source == null) {
            source = read(new Failures(settings.code().shownExceptions()));
            source.model()
                    .inconsistencies()
                    .forEach(i -> LOG.log(Level.WARNING, "{0}: {1}", i.name(), i.reason()));
        }
        return source;
    }

    /** Without the entities, their classes would be objects like others, open to the caller. */
    private CodeSource read(Failures failures) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return CodeSource.of(loader, endpoints(), EntityKeys.read(unit), failures);
        } catch (RuntimeException | LinkageError e) {
            return CodeSource.failed(e, failures);
        }
    }

    private Set<Class<?>> endpoints() {
        Set<Class<?>> endpoints = new LinkedHashSet<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getBeanClass().isAnnotationPresent(GraphQLApi.class)) {
                endpoints.add(bean.getBeanClass());
            }
        }
        return endpoints;
    }
}
