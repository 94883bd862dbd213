package org.fitmesh.code.schema;

import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.InputType;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.LookupService;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Why an operation cannot be offered. */
final class OperationCheck {
    private static final String CONTEXT = "io.smallrye.graphql.api.Context";
    private static final List<String> STREAMS =
            List.of(
                    "io.smallrye.mutiny.Multi",
                    "org.reactivestreams.Publisher",
                    "java.util.concurrent.Flow$Publisher");

    private final Draft draft;
    private final Set<String> entities = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    private OperationCheck(Draft draft) {
        this.draft = draft;
        draft.entities().types().forEach(type -> entities.add(type.getName()));
    }

    /** One reason, or none. */
    static Optional<String> problem(Draft draft, Operation operation) {
        if (EntityRoots.isClassOf(operation)) {
            return Optional.empty();
        }
        OperationCheck check = new OperationCheck(draft);
        return first(
                () -> method(operation),
                () -> arguments(check, operation),
                () -> stream(operation),
                () -> check.output(SchemaFields.shown(operation)));
    }

    private static Optional<String> method(Operation operation) {
        try {
            EndpointMethods.find(operation);
        } catch (NoSuchMethodException | RuntimeException | LinkageError e) {
            return Optional.of("its parameters are not understood: " + e.getMessage());
        }
        Class<?> endpoint = EndpointMethods.load(operation.getClassName());
        return LookupService.get().isResolvable(endpoint)
                ? Optional.empty()
                : Optional.of(
                        "its class is no bean, or several: give it a scope, such as"
                                + " @ApplicationScoped");
    }

    private static Optional<String> arguments(OperationCheck check, Operation operation) {
        for (Argument argument : operation.getArguments()) {
            boolean given = argument.isSourceArgument();
            boolean isContext = argument.getReference().getClassName().equals(CONTEXT);
            Optional<String> problem =
                    given || isContext
                            ? Optional.empty()
                            : check.input(SchemaFields.shown(argument))
                                    .map(p -> "argument " + argument.getName() + ": " + p);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> stream(Operation operation) {
        return operation.hasWrapper()
                        && STREAMS.contains(operation.getWrapper().getWrapperClassName())
                ? Optional.of("it returns a stream, which is not supported")
                : Optional.empty();
    }

    private Optional<String> input(Reference reference) {
        if (entities.contains(reference.getClassName())) {
            return Optional.of(
                    "an entity cannot be an input: " + reference.getClassName() + "; take its key");
        }
        return switch (reference.getType()) {
            case SCALAR, ENUM -> Optional.empty();
            case INPUT -> inputFields(reference);
            case TYPE, INTERFACE, UNION ->
                    Optional.of(reference.getClassName() + " cannot be an input");
        };
    }

    private Optional<String> inputFields(Reference reference) {
        InputType type = draft.schema().getInputs().get(reference.getName());
        if (type == null || !type.hasFields()) {
            return unknown(reference);
        }
        if (!seen.add("input " + type.getName())) {
            return Optional.empty();
        }
        return type.getFields().values().stream()
                .flatMap(field -> input(SchemaFields.shown(field)).stream())
                .findFirst();
    }

    private Optional<String> output(Reference reference) {
        if (!seen.add("output " + reference.getName())) {
            return Optional.empty();
        }
        return switch (reference.getType()) {
            case SCALAR, ENUM -> Optional.empty();
            case INTERFACE, UNION -> possibleTypes(reference);
            case TYPE, INPUT ->
                    Optional.ofNullable(draft.schema().getTypes().get(reference.getName()))
                            .map(this::fields)
                            .orElseGet(() -> unknown(reference));
        };
    }

    private Optional<String> fields(Type type) {
        if (!type.hasFields() && SchemaFields.sources(type).isEmpty()) {
            return Optional.of("nothing can be asked of the class " + type.getClassName());
        }
        return type.getFields().values().stream()
                .map(SchemaFields::shown)
                .flatMap(reference -> output(reference).stream())
                .findFirst();
    }

    private Optional<String> possibleTypes(Reference reference) {
        boolean known =
                draft.schema().containsInterface(reference.getName())
                        || draft.schema().containsUnion(reference.getName());
        if (!known) {
            return unknown(reference);
        }
        Class<?> type = EndpointMethods.load(reference.getClassName());
        Optional<String> entity = EntityLeaves.memberOf(draft, type);
        if (entity.isPresent()) {
            return Optional.of(
                    reference.getName()
                            + " may be the entity "
                            + entity.get()
                            + ", which it must not");
        }
        List<Type> members = PossibleTypes.of(draft.schema(), reference);
        if (members.isEmpty()) {
            return Optional.of(
                    "nothing is known that implements "
                            + reference.getClassName()
                            + ": seal it, or give its jar an index (jandex)");
        }
        return members.stream().flatMap(member -> output(member).stream()).findFirst();
    }

    private static Optional<String> unknown(Reference reference) {
        return Optional.of("nothing is known of the class " + reference.getClassName());
    }

    @SafeVarargs
    private static Optional<String> first(Supplier<Optional<String>>... checks) {
        return Stream.of(checks).flatMap(check -> check.get().stream()).findFirst();
    }
}
