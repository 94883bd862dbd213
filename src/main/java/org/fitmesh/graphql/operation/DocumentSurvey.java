package org.fitmesh.graphql.operation;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/**
 * Measures operations before anything expands them: every fragment is looked at once, however often
 * it is used. Fails for unknown fragments, cycles (specification, sections 5.5.2.1 and 5.5.2.2) and
 * for what is too large.
 */
final class DocumentSurvey {
    // Fragments that only contain fragments add no field but a level of recursion.
    private static final int NESTING_PER_LEVEL = 4;

    private final Map<String, FragmentDefinition> fragments;
    private final DocumentLimits limits;
    private final Map<String, Size> sizes = new HashMap<>();
    private final List<String> open = new ArrayList<>();

    /**
     * @param depth levels of fields
     * @param nesting levels of fields and fragments
     * @param fields all fields, with those of the fragments each time they are used
     */
    private record Size(int depth, int nesting, long fields) {
        static final Size NONE = new Size(0, 0, 0);

        Size beside(Size other) {
            return new Size(
                    Math.max(depth, other.depth),
                    Math.max(nesting, other.nesting),
                    fields + other.fields);
        }

        Size insideField() {
            return new Size(depth + 1, nesting + 1, fields + 1);
        }

        Size insideFragment() {
            return new Size(depth, nesting + 1, fields);
        }
    }

    DocumentSurvey(Map<String, FragmentDefinition> fragments, DocumentLimits limits) {
        this.fragments = fragments;
        this.limits = limits;
    }

    void check(OperationDefinition operation) {
        measure(operation.getSelectionSet(), ErrorPath.ROOT, 0);
    }

    private Size measure(SelectionSet set, ErrorPath path, int level) {
        if (set == null) {
            return Size.NONE;
        }
        if (level > limits.maxDepth() * NESTING_PER_LEVEL) {
            throw DocumentText.tooDeep(limits);
        }
        Size size = Size.NONE;
        for (Selection<?> selection : set.getSelections()) {
            size = size.beside(measure(selection, path, level + 1));
            refuseTooLarge(size);
        }
        return size;
    }

    private void refuseTooLarge(Size size) {
        if (size.depth() > limits.maxDepth()
                || size.nesting() > limits.maxDepth() * NESTING_PER_LEVEL) {
            throw DocumentText.tooDeep(limits);
        }
        if (size.fields() > limits.maxFields()) {
            throw DocumentText.invalid(
                    "the query selects more than " + limits.maxFields() + " fields");
        }
    }

    private Size measure(Selection<?> selection, ErrorPath path, int level) {
        if (selection instanceof Field field) {
            return measure(field.getSelectionSet(), path.field(field.getName()), level)
                    .insideField();
        }
        if (selection instanceof InlineFragment fragment) {
            return measure(fragment.getSelectionSet(), path, level).insideFragment();
        }
        if (selection instanceof FragmentSpread spread) {
            return measure(spread, path.key("selectionSet"), level).insideFragment();
        }
        throw new IllegalStateException("unknown selection: " + selection.getClass());
    }

    private Size measure(FragmentSpread spread, ErrorPath path, int level) {
        String name = spread.getName();
        Size known = sizes.get(name);
        if (known != null) {
            return known;
        }
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null) {
            throw failure("reference to undefined fragment \"" + name + "\"", path);
        }
        int opened = open.indexOf(name);
        if (opened >= 0) {
            throw failure(cycle(open.subList(opened, open.size())), path);
        }
        open.add(name);
        Size size = measure(fragment.getSelectionSet(), path.key(name), level);
        open.remove(open.size() - 1);
        sizes.put(name, size);
        return size;
    }

    private static String cycle(List<String> names) {
        return "the fragment definition(s) " + English.and(names) + " form a cycle";
    }

    private static RequestException failure(String message, ErrorPath path) {
        return new RequestException(ErrorCode.VALIDATION_FAILED, message, path);
    }
}
