package org.fitmesh.code.scan;

import io.smallrye.graphql.api.Deprecated;
import io.smallrye.graphql.api.Entry;
import io.smallrye.graphql.api.Namespace;
import io.smallrye.graphql.api.OneOf;
import io.smallrye.graphql.api.federation.Resolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Repeatable;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.fitmesh.catalog.EntityKeys;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.CompositeIndex;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/**
 * Everything that SmallRye may ask about the classes of the application.
 *
 * @param all every class that is known
 * @param endpoints the classes of beans with {@code @GraphQLApi}
 */
public record ApplicationIndex(IndexView all, EntityKeys entities, Set<Class<?>> endpoints) {
    private static final Logger LOG = System.getLogger(ApplicationIndex.class.getName());
    private static final String INDEX = "META-INF/jandex.idx";
    private static final String ROOT = "_source_";

    /**
     * Reads what the class path has.
     *
     * @param endpoints the classes of beans with {@code @GraphQLApi}
     * @throws IOException when a class file cannot be read
     */
    public static ApplicationIndex read(
            ClassLoader loader, Set<Class<?>> endpoints, EntityKeys entities) throws IOException {
        List<IndexView> parts = new ArrayList<>(indexes(loader));
        ClassFiles files = new ClassFiles(loader, CompositeIndex.create(List.copyOf(parts)));
        for (Class<?> endpoint : endpoints) {
            files.add(endpoint);
        }
        helpers(files);
        parts.add(0, files.complete());
        return new ApplicationIndex(CompositeIndex.create(parts), entities, endpoints);
    }

    /** The same classes, with some of the endpoints. */
    public ApplicationIndex of(Set<Class<?>> some) {
        return new ApplicationIndex(all, entities, some);
    }

    /**
     * What SmallRye is shown.
     *
     * @throws UncheckedIOException never: nothing is read from outside
     */
    public IndexView view() {
        IndexView ofEndpoints = EndpointView.of(all, endpoints);
        Map<String, String> roots = roots(ofEndpoints);
        try {
            // What comes first hides what comes later.
            return EndpointView.of(
                    CompositeIndex.create(EntityDeclarations.index(entities, roots), all),
                    endpoints);
        } catch (IOException e) {
            throw new UncheckedIOException("read from memory", e);
        }
    }

    /** Classes with {@code @GraphQLApi} that are no beans, in alphabetical order. */
    public List<String> strangers() {
        return all.getAnnotations(DotName.createSimple(GraphQLApi.class)).stream()
                .map(annotation -> annotation.target().asClass().name().toString())
                .filter(name -> endpoints.stream().noneMatch(e -> e.getName().equals(name)))
                .sorted()
                .toList();
    }

    /** Classes that SmallRye looks for in the index, and no index has. */
    private static void helpers(ClassFiles files) throws IOException {
        files.helper(Map.class)
                .helper(Repeatable.class)
                .helper(Entry.class)
                .helper(Deprecated.class)
                .helper(OneOf.class)
                .helper(Namespace.class)
                .helper(Resolver.class);
    }

    private static List<Index> indexes(ClassLoader loader) throws IOException {
        List<Index> indexes = new ArrayList<>();
        for (URL place : Collections.list(loader.getResources(INDEX))) {
            try (InputStream bytes = place.openStream()) {
                indexes.add(new IndexReader(bytes).read());
            } catch (IOException | RuntimeException e) {
                // Of another version: the server's libraries have some too. Endpoints are found
                // by their beans, and then read from their class files.
                LOG.log(Level.DEBUG, () -> "not read: " + place + ": " + e);
            }
        }
        return indexes;
    }

    private Map<String, String> roots(IndexView view) {
        Map<String, String> roots = new LinkedHashMap<>();
        for (Class<?> type : entities.types()) {
            boolean isRoot = entities.find(type).orElseThrow().type() == type;
            if (isRoot && isSource(view, DotName.createSimple(type))) {
                String table = entities.find(type).orElseThrow().table().toString();
                String name = ROOT + table.replaceAll("[^0-9A-Za-z_]", "_");
                roots.put(type.getName(), roots.containsValue(name) ? name + roots.size() : name);
            }
        }
        return roots;
    }

    private static boolean isSource(IndexView view, DotName type) {
        return view.getAnnotations(DotName.createSimple(Source.class)).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD_PARAMETER)
                .map(target -> target.asMethodParameter().type())
                .anyMatch(parameter -> element(parameter).equals(type));
    }

    private static DotName element(Type type) {
        return switch (type.kind()) {
            case ARRAY -> element(type.asArrayType().componentType());
            case PARAMETERIZED_TYPE -> element(type.asParameterizedType().arguments().get(0));
            case WILDCARD_TYPE -> element(type.asWildcardType().extendsBound());
            default -> type.name();
        };
    }
}
