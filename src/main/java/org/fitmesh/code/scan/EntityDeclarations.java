package org.fitmesh.code.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.fitmesh.catalog.EntityKeys;
import org.fitmesh.code.scan.DeclaredClass.Annotation;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/**
 * What SmallRye shall see of the entities. Their attributes are none of its business: it would make
 * types of all that they refer to, and refuse what it cannot. And an entity that is only a
 * {@code @Source} must be returned by something, or its fields were not looked at.
 */
public final class EntityDeclarations {
    /** The class whose queries return the entities that have {@code @Source} methods. */
    public static final String ROOTS = "org.fitmesh.code.EntityRoots";

    private EntityDeclarations() {}

    /**
     * @param roots name of a query by the name of the entity's class that it returns a list of
     */
    static Index index(EntityKeys entities, Map<String, String> roots) throws IOException {
        Indexer indexer = new Indexer();
        for (Class<?> type : entities.types()) {
            String name = type.getName();
            Annotation unique = new Annotation(Name.class.getName(), typeName(name));
            add(indexer, new DeclaredClass(name, unique).method("<init>", "V", null));
        }
        DeclaredClass api =
                new DeclaredClass(ROOTS, new Annotation(GraphQLApi.class.getName(), null));
        roots.forEach(
                (entity, root) ->
                        api.method(
                                root,
                                "[L" + DeclaredClass.internal(entity) + ";",
                                new Annotation(Query.class.getName(), null)));
        if (!roots.isEmpty()) {
            add(indexer, api);
        }
        return indexer.complete();
    }

    /** The name of an entity's object type in SmallRye's schema. */
    public static String typeName(String className) {
        return "Entity_" + className.replaceAll("[^0-9A-Za-z_]", "_");
    }

    private static void add(Indexer indexer, DeclaredClass declared) throws IOException {
        indexer.index(new ByteArrayInputStream(declared.bytes()));
    }
}
