package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.FunctionName;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.TrackedFunction.Configuration;
import org.fitmesh.metadata.TrackedFunction.ExposedAs;
import org.fitmesh.naming.GraphQLName;

/** Reads an entry of {@code functions} and one of {@code computed_fields}. */
final class FunctionReader {
    private static final String FUNCTION = "function";

    private FunctionReader() {}

    /** A name alone is a function of schema public. */
    static FunctionName name(JsonNode function) {
        if (function.isTextual()) {
            return FunctionName.inPublic(function.textValue());
        }
        if (!function.isObject()) {
            throw Entry.wrongType(FUNCTION, "a name or {schema, name}", function);
        }
        Entry entry = Entry.of(function);
        return new FunctionName(
                entry.optionalText("schema").orElse(TableName.PUBLIC), entry.text("name"));
    }

    static TrackedFunction tracked(Entry entry) {
        return new TrackedFunction(
                name(entry.required(FUNCTION)),
                entry.optionalObject("configuration")
                        .map(FunctionReader::configuration)
                        .orElse(Configuration.NONE),
                roles(entry),
                entry.optionalText("comment"));
    }

    private static Configuration configuration(Entry configuration) {
        Optional<Entry> roots = configuration.optionalObject("custom_root_fields");
        return new Configuration(
                configuration.optionalText("custom_name"),
                roots.flatMap(fields -> rootField(fields, FUNCTION)),
                roots.flatMap(fields -> rootField(fields, "function_aggregate")),
                configuration.optionalText("session_argument"),
                configuration.optionalText("exposed_as").map(FunctionReader::exposedAs));
    }

    /** Refused in Hasura's words when GraphQL cannot say it. */
    private static Optional<String> rootField(Entry fields, String key) {
        Optional<String> name = fields.optionalText(key);
        if (name.isPresent() && !GraphQLName.isFree(name.get())) {
            throw new MalformedEntry(name.get() + " is not valid GraphQL name");
        }
        return name;
    }

    private static ExposedAs exposedAs(String word) {
        return switch (word) {
            case "query" -> ExposedAs.QUERY;
            case "mutation" -> ExposedAs.MUTATION;
            default ->
                    throw new MalformedEntry(
                            "the key \"exposed_as\" must be \"query\" or \"mutation\"");
        };
    }

    private static Set<String> roles(Entry entry) {
        Set<String> roles = new LinkedHashSet<>();
        for (JsonNode permission : entry.elements("permissions")) {
            roles.add(Entry.of(permission).text("role"));
        }
        return roles;
    }

    static ComputedField computedField(Entry entry) {
        Entry definition = entry.object("definition");
        return new ComputedField(
                entry.text("name"),
                name(definition.required(FUNCTION)),
                definition.optionalText("table_argument"),
                definition.optionalText("session_argument"),
                entry.optionalText("comment"));
    }
}
