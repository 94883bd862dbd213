package org.fitmesh.code.schema;

import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.InputType;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.util.HashSet;
import java.util.Set;

/** Takes out the types that no operation refers to any more. */
final class Reachable {
    private final Schema schema;
    private final Set<String> outputs = new HashSet<>();
    private final Set<String> inputs = new HashSet<>();

    private Reachable(Schema schema) {
        this.schema = schema;
    }

    static void keep(Schema schema) {
        Reachable reachable = new Reachable(schema);
        schema.getQueries().forEach(reachable::operation);
        schema.getMutations().forEach(reachable::operation);
        schema.getTypes().keySet().retainAll(reachable.outputs);
        schema.getInterfaces().keySet().retainAll(reachable.outputs);
        schema.getUnions().keySet().retainAll(reachable.outputs);
        schema.getInputs().keySet().retainAll(reachable.inputs);
        schema.getEnums()
                .keySet()
                .removeIf(n -> !reachable.outputs.contains(n) && !reachable.inputs.contains(n));
    }

    private void operation(Operation operation) {
        output(SchemaFields.shown(operation));
        keys(operation);
        for (Argument argument : operation.getArguments()) {
            if (!argument.isSourceArgument()) {
                input(SchemaFields.shown(argument));
            }
        }
    }

    private void output(Reference reference) {
        if (!outputs.add(reference.getName())) {
            return;
        }
        Type type = schema.getTypes().get(reference.getName());
        Type asInterface = schema.getInterfaces().get(reference.getName());
        if (type != null) {
            fields(type);
        }
        if (asInterface != null) {
            fields(asInterface);
        }
        PossibleTypes.of(schema, reference).forEach(this::output);
    }

    private void fields(Type type) {
        for (Field field : type.getFields().values()) {
            output(SchemaFields.shown(field));
            keys(field);
        }
        SchemaFields.sources(type).forEach(this::operation);
        type.getInterfaces().forEach(this::output);
    }

    /** A map's field takes keys as arguments. */
    private void keys(Field field) {
        if (field.hasWrapper() && field.getWrapper().isMap()) {
            field.getReference().getAllParametrizedTypes().values().forEach(this::input);
        }
    }

    private void input(Reference reference) {
        if (!inputs.add(reference.getName())) {
            return;
        }
        InputType type = schema.getInputs().get(reference.getName());
        if (type != null) {
            type.getFields().values().forEach(field -> input(SchemaFields.shown(field)));
        }
    }
}
