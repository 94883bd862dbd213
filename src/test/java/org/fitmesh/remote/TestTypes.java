package org.fitmesh.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQL;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fitmesh.graphql.type.TypeSystem;

/** Type systems from SDL, by way of a real introspection. */
public final class TestTypes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TestTypes() {}

    public static String resource(String name) {
        try (InputStream in = TestTypes.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static GraphQL executable(String sdl, UnaryOperator<RuntimeWiring.Builder> wiring) {
        TypeResolver byTypename =
                env -> {
                    Map<?, ?> object = env.getObject();
                    return env.getSchema().getObjectType((String) object.get("type"));
                };
        RuntimeWiring.Builder builder = RuntimeWiring.newRuntimeWiring();
        var registry = new SchemaParser().parse(sdl);
        registry.types().values().stream()
                .filter(
                        type ->
                                type instanceof graphql.language.UnionTypeDefinition
                                        || type instanceof graphql.language.InterfaceTypeDefinition)
                .forEach(type -> builder.type(type.getName(), t -> t.typeResolver(byTypename)));
        return GraphQL.newGraphQL(
                        new SchemaGenerator()
                                .makeExecutableSchema(registry, wiring.apply(builder).build()))
                .build();
    }

    public static byte[] introspection(String sdl) {
        try {
            return JSON.writeValueAsBytes(
                    executable(sdl, builder -> builder)
                            .execute(RemoteIntrospection.QUERY)
                            .toSpecification());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TypeSystem read(String sdl) {
        return RemoteIntrospection.read("test", introspection(sdl));
    }

    /** The type system of {@code tables.graphqls}; its root is {@code query_root}. */
    public static TypeSystem tables() {
        return read("schema { query: query_root }\n" + resource("tables.graphqls"));
    }

    public static TypeSystem hygraph() {
        return read(resource("hygraph.graphqls"));
    }
}
