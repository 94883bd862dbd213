package org.fitmesh.graphql.operation;

import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeReference;

/**
 * Applies {@code @skip} and {@code @include} (specification, section 3.13); {@code @cached} asks
 * for a cache that only Hasura's cloud has and is accepted on queries without effect.
 */
final class DirectiveReader {
    private static final Set<String> CONDITIONS = Set.of("skip", "include");
    private static final String CACHED = "cached";
    private static final Map<String, InputValue> CONDITION_ARGUMENTS =
            Map.of("if", InputValue.of("if", TypeReference.nonNull("Boolean")));
    private static final Map<String, InputValue> CACHED_ARGUMENTS =
            Map.of(
                    "ttl",
                    option("ttl", "Int", "60"),
                    "refresh",
                    option("refresh", "Boolean", "false"));

    private final InputReader inputs;
    private final VariableValues values;

    DirectiveReader(InputReader inputs, RequestVariables variables) {
        this.inputs = inputs;
        this.values = new VariableValues(variables.values());
    }

    /** Checks the directives of the operation itself. */
    void check(OperationDefinition operation, ErrorPath path) {
        String place = "a " + operation.getOperation().name().toLowerCase(Locale.ROOT);
        boolean query = operation.getOperation() == OperationDefinition.Operation.QUERY;
        check(operation.getDirectives(), query ? Set.of(CACHED) : Set.of(), place, path);
        operation.getDirectives().forEach(cached -> checkCached(cached, path.key(CACHED)));
    }

    /** Nothing is done about them, but a mistake in them is one. */
    private void checkCached(Directive cached, ErrorPath path) {
        inputs.arguments(Optional.empty(), CACHED, CACHED_ARGUMENTS, cached.getArguments(), path);
    }

    private static InputValue option(String name, String type, String usual) {
        return new InputValue(
                name, Optional.empty(), TypeReference.nonNull(type), Optional.of(usual));
    }

    /**
     * Whether a selection is part of the answer.
     *
     * @param path of the selection set
     */
    boolean includes(Selection<?> selection, ErrorPath path) {
        List<Directive> directives = directives(selection);
        if (directives.isEmpty()) {
            return true;
        }
        check(directives, CONDITIONS, place(selection), path);
        boolean included = true;
        for (Directive directive : directives) {
            boolean condition = condition(directive, path.key(directive.getName()));
            included &= condition == directive.getName().equals("include");
        }
        return included;
    }

    private boolean condition(Directive directive, ErrorPath path) {
        Map<String, Input> arguments =
                inputs.arguments(
                        Optional.empty(),
                        directive.getName(),
                        CONDITION_ARGUMENTS,
                        directive.getArguments(),
                        path);
        Input.Leaf condition = (Input.Leaf) arguments.get("if");
        return values.resolve(condition.source()).booleanValue();
    }

    private static void check(
            List<Directive> directives, Set<String> allowed, String place, ErrorPath path) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new TreeSet<>();
        for (Directive directive : directives) {
            String name = directive.getName();
            if (!CONDITIONS.contains(name) && !name.equals(CACHED)) {
                throw InputError.invalid(
                        "directive '" + name + "' is not defined in the schema", path);
            }
            if (!allowed.contains(name)) {
                throw InputError.invalid(
                        "directive '" + name + "' is not allowed on " + place, path);
            }
            if (!seen.add(name)) {
                repeated.add(name);
            }
        }
        if (!repeated.isEmpty()) {
            throw InputError.invalid(
                    "the following directives are used more than once: " + English.list(repeated),
                    path);
        }
    }

    private static List<Directive> directives(Selection<?> selection) {
        if (selection instanceof Field field) {
            return field.getDirectives();
        }
        return selection instanceof InlineFragment fragment
                ? fragment.getDirectives()
                : ((FragmentSpread) selection).getDirectives();
    }

    private static String place(Selection<?> selection) {
        if (selection instanceof Field) {
            return "a field";
        }
        return selection instanceof InlineFragment ? "an inline fragment" : "a fragment spread";
    }
}
