package org.fitmesh.remote;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.operation.Selection;
import org.fitmesh.graphql.operation.TypedSelection;

/**
 * Writes selections as GraphQL text and notes which variables they use. Arguments are written as
 * the client wrote them.
 */
public final class SelectionText {
    private final Set<String> variables = new LinkedHashSet<>();
    private final Predicate<SelectedField> leaf;

    /** Writes everything that was selected. */
    public SelectionText() {
        this(field -> false);
    }

    /**
     * Leaves parts away.
     *
     * @param leaf fields of which nothing that was selected below is written
     */
    public SelectionText(Predicate<SelectedField> leaf) {
        this.leaf = leaf;
    }

    /** The names of the variables used in what was written so far. */
    public Set<String> variables() {
        return variables;
    }

    /** {@code alias: name(arguments) { … }}. */
    public String field(SelectedField field) {
        String alias = field.responseKey().equals(field.name()) ? "" : field.responseKey() + ": ";
        return alias
                + field.name()
                + parenthesized(arguments(field, argument -> true))
                + (leaf.test(field) ? "" : selections(field.selections()));
    }

    /** {@code name: value} of each argument that the client gave and the filter lets through. */
    public List<String> arguments(SelectedField field, Predicate<String> filter) {
        return field.source().getArguments().stream()
                .filter(argument -> filter.test(argument.getName()))
                .map(this::argument)
                .toList();
    }

    /** {@code " { … }"}, or nothing for a leaf. */
    public String selections(List<Selection> selections) {
        if (selections.isEmpty()) {
            return "";
        }
        return selections.stream()
                .map(this::selection)
                .collect(Collectors.joining(" ", " { ", " }"));
    }

    /** Those of the declared variables that were used in what was written so far. */
    public List<String> used(Map<String, VariableDefinition> declared) {
        return declared.keySet().stream().filter(variables::contains).toList();
    }

    /** {@code ($a: Int!, $b: String = "x")} of the used variables, or nothing. */
    public String declarations(Map<String, VariableDefinition> declared) {
        return parenthesized(
                used(declared).stream()
                        .map(name -> AstPrinter.printAstCompact(declared.get(name)))
                        .toList());
    }

    /** {@code (a, b)}, or nothing. */
    public static String parenthesized(List<String> parts) {
        return parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")";
    }

    private String selection(Selection selection) {
        if (selection instanceof SelectedField field) {
            return field(field);
        }
        TypedSelection typed = (TypedSelection) selection;
        return "... on " + typed.typeCondition() + selections(typed.selections());
    }

    private String argument(Argument argument) {
        note(argument.getValue());
        return argument.getName() + ": " + AstPrinter.printAstCompact(argument.getValue());
    }

    private void note(Value<?> value) {
        if (value instanceof VariableReference reference) {
            variables.add(reference.getName());
        }
        if (value instanceof ArrayValue list) {
            list.getValues().forEach(this::note);
        }
        if (value instanceof ObjectValue object) {
            object.getObjectFields().forEach(field -> note(field.getValue()));
        }
    }
}
