package org.fitmesh.remote.join;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.Argument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.RemoteRelationship;
import org.fitmesh.remote.SelectionText;

/** What of a join does not depend on the rows: its text and its arguments' types. */
final class PreparedJoin {
    /**
     * An argument that the relationship gives.
     *
     * @param variable what the names of its variables end in
     * @param client the client's part of the same argument
     */
    private record Fixed(
            int step,
            String name,
            String variable,
            JsonNode template,
            TypeReference type,
            Optional<Argument> client) {}

    private final RemoteJoin join;
    private final List<Fixed> fixed = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<String> clientVariables;
    private final List<String> clientArguments;
    private final String fragmentBody;
    private final String targetType;

    PreparedJoin(RemoteJoin join) {
        this.join = join;
        TypeSystem types = join.remote().types();
        String type = types.queryType();
        for (int step = 0; step < join.path().size(); step++) {
            FieldDefinition field = remoteField(types, type, join.path().get(step));
            addFixed(step, field);
            type = field.type().baseName();
        }
        SelectionText text = new SelectionText();
        SelectedField selected = join.field();
        this.clientArguments = text.arguments(selected, name -> !fixesLast(name));
        this.fragmentBody = text.selections(selected.selections());
        this.clientVariables = text.variables();
        this.targetType = type;
        if (!join.columns().keySet().containsAll(columns)) {
            throw new IllegalStateException(
                    "join " + join.responseKey() + " lacks one of the columns " + columns);
        }
    }

    RemoteJoin join() {
        return join;
    }

    /** The client's variables that the text itself uses. */
    Set<String> clientVariables() {
        return clientVariables;
    }

    /** {@code fragment name on Type { … }}, or nothing for a leaf. */
    Optional<String> fragment(String name) {
        return fragmentBody.isEmpty()
                ? Optional.empty()
                : Optional.of("fragment " + name + " on " + targetType + fragmentBody);
    }

    /** The values that a row is joined by; empty when one is null. */
    Optional<List<JsonNode>> key(ObjectNode row) {
        List<JsonNode> values = new ArrayList<>(columns.size());
        for (String column : columns) {
            JsonNode value = row.get(join.columns().get(column));
            if (value == null || value.isNull()) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(values);
    }

    /** {@code alias: field(…) { … }}, the arguments being variables that start with the alias. */
    String call(String alias, String fragment) {
        StringBuilder text = new StringBuilder(alias).append(": ");
        int last = join.path().size() - 1;
        for (int step = 0; step <= last; step++) {
            text.append(join.path().get(step).field()).append(arguments(alias, step));
            text.append(step < last ? " { " : "");
        }
        text.append(fragmentBody.isEmpty() ? "" : " { ..." + fragment + " }");
        return text.append(" }".repeat(last)).toString();
    }

    private String arguments(String alias, int step) {
        List<String> arguments = new ArrayList<>();
        if (step == join.path().size() - 1) {
            arguments.addAll(clientArguments);
        }
        fixed.stream()
                .filter(argument -> argument.step() == step)
                .forEach(a -> arguments.add(a.name() + ": $" + alias + a.variable()));
        return SelectionText.parenthesized(arguments);
    }

    /** {@code $alias_argument: Type} of each variable that {@link #call} uses. */
    List<String> declarations(String alias) {
        return fixed.stream().map(a -> "$" + alias + a.variable() + ": " + a.type()).toList();
    }

    /** The values of these variables for one key. */
    void values(String alias, List<JsonNode> key, LiteralJson literals, ObjectNode variables) {
        Map<String, JsonNode> byColumn = new LinkedHashMap<>();
        columns.forEach(column -> byColumn.put(column, key.get(byColumn.size())));
        for (Fixed argument : fixed) {
            JsonNode filled = ArgumentTemplate.fill(argument.template(), byColumn);
            JsonNode client =
                    argument.client()
                            .flatMap(given -> literals.of(given.getValue()))
                            .orElse(JsonNodeFactory.instance.nullNode());
            variables.set(alias + argument.variable(), ArgumentTemplate.merge(client, filled));
        }
    }

    private void addFixed(int step, FieldDefinition field) {
        boolean last = step == join.path().size() - 1;
        for (Map.Entry<String, JsonNode> entry : join.path().get(step).arguments().properties()) {
            String name = entry.getKey();
            Optional<Argument> client = last ? clientArgument(name) : Optional.empty();
            String variable = "_" + (last ? "" : step + "_") + name;
            TypeReference type = field.arguments().get(name).type();
            fixed.add(new Fixed(step, name, variable, entry.getValue(), type, client));
            columns.addAll(ArgumentTemplate.columns(entry.getValue()));
        }
    }

    private Optional<Argument> clientArgument(String name) {
        return join.field().source().getArguments().stream()
                .filter(argument -> argument.getName().equals(name))
                .findFirst();
    }

    private boolean fixesLast(String name) {
        return join.path().get(join.path().size() - 1).arguments().has(name);
    }

    private static FieldDefinition remoteField(
            TypeSystem types, String type, RemoteRelationship.Step step) {
        FieldDefinition field = ((ObjectType) types.get(type)).fields().get(step.field());
        if (field == null) {
            throw new IllegalStateException("the remote has no field " + type + "." + step.field());
        }
        return field;
    }
}
