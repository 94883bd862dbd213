package org.fitmesh.graphql.operation;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.type.NamedType;

/** What is selected of an object: fields by response key, and what depends on its type. */
final class FieldGroups implements SelectionGroup {
    private final NamedType parent;
    private final ErrorPath path;
    private final Map<String, List<Field>> fields = new HashMap<>();
    private final Map<String, FieldGroups> narrowed = new HashMap<>();
    private final Set<String> fragments = new HashSet<>();
    private final List<SelectionGroup> parts = new ArrayList<>();

    /**
     * @param parent the type that has the fields
     * @param path of the selection set
     */
    FieldGroups(NamedType parent, ErrorPath path) {
        this.parent = parent;
        this.path = path;
    }

    NamedType parent() {
        return parent;
    }

    ErrorPath path() {
        return path;
    }

    /** In the order in which the client wrote the first of each. */
    List<SelectionGroup> parts() {
        return parts;
    }

    /**
     * Whether a fragment was not yet put in place here: a second time adds nothing (specification,
     * section 6.3.2).
     */
    boolean isFirst(FragmentSpread spread) {
        return fragments.add(spread.getName());
    }

    /** What is selected only of some of the types that the object may have. */
    FieldGroups narrowed(NamedType type) {
        FieldGroups known = narrowed.get(type.name());
        if (known != null) {
            return known;
        }
        FieldGroups groups = new FieldGroups(type, path);
        narrowed.put(type.name(), groups);
        parts.add(groups);
        return groups;
    }

    void add(Field field) {
        List<Field> equal = fields.get(field.getResultKey());
        if (equal != null) {
            checkEqual(equal.get(0), field);
            equal.add(field);
            return;
        }
        List<Field> first = new ArrayList<>(1);
        first.add(field);
        fields.put(field.getResultKey(), first);
        parts.add(new EqualFields(first));
    }

    private void checkEqual(Field first, Field other) {
        if (!first.getName().equals(other.getName())) {
            throw InputError.invalid(
                    "selection of both '"
                            + first.getName()
                            + "' and '"
                            + other.getName()
                            + "' specify the same response name, '"
                            + first.getResultKey()
                            + "'",
                    path);
        }
        if (first != other && !arguments(first).equals(arguments(other))) {
            throw InputError.invalid(
                    "inconsistent arguments between multiple selections of field '"
                            + first.getName()
                            + "'",
                    path);
        }
    }

    private static Map<String, String> arguments(Field field) {
        Map<String, String> printed = new HashMap<>();
        for (Argument argument : field.getArguments()) {
            printed.put(argument.getName(), AstPrinter.printAstCompact(argument.getValue()));
        }
        return printed;
    }
}
