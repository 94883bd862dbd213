package org.fitmesh.graphql.operation;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables an operation uses, its fragments included. Needs a surveyed document. */
final class VariableUse {
    private final Map<String, FragmentDefinition> fragments;
    private final Set<String> visited = new HashSet<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> inDirectives = new HashSet<>();

    private VariableUse(Map<String, FragmentDefinition> fragments) {
        this.fragments = fragments;
    }

    static VariableUse of(
            OperationDefinition operation, Map<String, FragmentDefinition> fragments) {
        VariableUse use = new VariableUse(fragments);
        use.directives(operation.getDirectives());
        use.selections(operation.getSelectionSet());
        return use;
    }

    /** In the order of their first use. */
    Set<String> used() {
        return used;
    }

    /** Those whose value decides what is selected. */
    Set<String> inDirectives() {
        return inDirectives;
    }

    private void selections(SelectionSet set) {
        if (set == null) {
            return;
        }
        for (Selection<?> selection : set.getSelections()) {
            selection(selection);
        }
    }

    private void selection(Selection<?> selection) {
        if (selection instanceof Field field) {
            field.getArguments().forEach(argument -> value(argument.getValue(), used));
            directives(field.getDirectives());
            selections(field.getSelectionSet());
        } else if (selection instanceof InlineFragment fragment) {
            directives(fragment.getDirectives());
            selections(fragment.getSelectionSet());
        } else if (selection instanceof FragmentSpread spread) {
            directives(spread.getDirectives());
            fragment(spread.getName());
        }
    }

    private void fragment(String name) {
        if (!visited.add(name)) {
            return;
        }
        FragmentDefinition fragment = fragments.get(name);
        directives(fragment.getDirectives());
        selections(fragment.getSelectionSet());
    }

    private void directives(List<Directive> directives) {
        for (Directive directive : directives) {
            for (Argument argument : directive.getArguments()) {
                value(argument.getValue(), used);
                value(argument.getValue(), inDirectives);
            }
        }
    }

    private static void value(Value<?> value, Set<String> names) {
        if (value instanceof VariableReference variable) {
            names.add(variable.getName());
        } else if (value instanceof ArrayValue array) {
            array.getValues().forEach(element -> value(element, names));
        } else if (value instanceof ObjectValue object) {
            for (ObjectField field : object.getObjectFields()) {
                value(field.getValue(), names);
            }
        }
    }
}
