package org.fitmesh.remote.join;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.AstPrinter;
import graphql.language.VariableDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fitmesh.remote.SelectionText;

/**
 * One request to one remote: an alias for each key. What is selected is written once, as a
 * fragment: GraphQL servers bound the length of a text (graphql-java to 15,000 tokens).
 */
final class JoinRequest {
    /** One key of one join. */
    record Lookup(PreparedJoin join, List<JsonNode> key) {}

    private final List<Lookup> lookups;
    private final String aliasPrefix;

    /**
     * @param declared the client's variables: an alias starts like none of them, for the names of
     *     our own variables start with the alias
     */
    JoinRequest(List<Lookup> lookups, Set<String> declared) {
        this.lookups = lookups;
        String prefix = "j";
        while (startsAny(declared, prefix)) {
            prefix += "j";
        }
        this.aliasPrefix = prefix;
    }

    private static boolean startsAny(Set<String> names, String prefix) {
        return names.stream().anyMatch(name -> name.matches(prefix + "\\d+_.*"));
    }

    /** The response key of the lookup at that position. */
    String alias(int position) {
        return aliasPrefix + position;
    }

    /** The request as JSON in UTF-8. */
    byte[] body(LiteralJson literals) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("query", query(literals.declared()));
        request.set("variables", variables(literals));
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String query(Map<String, VariableDefinition> declared) {
        Map<PreparedJoin, String> fragments = new LinkedHashMap<>();
        List<String> declarations = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < lookups.size(); i++) {
            PreparedJoin join = lookups.get(i).join();
            String fragment = fragments.computeIfAbsent(join, j -> "f" + fragments.size());
            declarations.addAll(join.declarations(alias(i)));
            calls.add(join.call(alias(i), fragment));
        }
        usedByClient().stream()
                .map(declared::get)
                .forEach(variable -> declarations.add(AstPrinter.printAstCompact(variable)));
        StringBuilder text = new StringBuilder("query");
        text.append(SelectionText.parenthesized(declarations));
        text.append(" { ").append(String.join(" ", calls)).append(" }");
        fragments.forEach(
                (join, name) -> join.fragment(name).ifPresent(f -> text.append(' ').append(f)));
        return text.toString();
    }

    private ObjectNode variables(LiteralJson literals) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < lookups.size(); i++) {
            Lookup lookup = lookups.get(i);
            lookup.join().values(alias(i), lookup.key(), literals, variables);
        }
        JsonNode given = literals.given();
        usedByClient().stream()
                .filter(name -> given != null && given.has(name))
                .forEach(name -> variables.set(name, given.get(name)));
        return variables;
    }

    private Set<String> usedByClient() {
        Set<String> names = new LinkedHashSet<>();
        lookups.forEach(lookup -> names.addAll(lookup.join().clientVariables()));
        return names;
    }
}
