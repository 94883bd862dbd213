package org.fitmesh.graphql.operation;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.type.InterfaceType;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.graphql.type.UnionType;

/** Puts fragments in place and equal fields together (specification, section 6.3.2). */
final class FieldCollector {
    private final TypeSystem types;
    private final Map<String, FragmentDefinition> fragments;
    private final DirectiveReader directives;

    FieldCollector(
            TypeSystem types,
            Map<String, FragmentDefinition> fragments,
            DirectiveReader directives) {
        this.types = types;
        this.fragments = fragments;
        this.directives = directives;
    }

    /**
     * All that is selected of an object.
     *
     * @param parent the object's type, as far as it is known
     * @param sets the selection sets of the fields that were merged into the one that gives it
     * @param path of the field that gives it
     */
    FieldGroups collect(NamedType parent, List<SelectionSet> sets, ErrorPath path) {
        FieldGroups groups = new FieldGroups(parent, path.key("selectionSet"));
        for (SelectionSet set : sets) {
            collect(set, groups);
        }
        return groups;
    }

    private void collect(SelectionSet set, FieldGroups groups) {
        for (Selection<?> selection : set.getSelections()) {
            if (directives.includes(selection, groups.path())) {
                collect(selection, groups);
            }
        }
    }

    private void collect(Selection<?> selection, FieldGroups groups) {
        if (selection instanceof Field field) {
            groups.add(field);
        } else if (selection instanceof InlineFragment fragment) {
            collect(fragment.getTypeCondition(), fragment.getSelectionSet(), groups);
        } else if (selection instanceof FragmentSpread spread && groups.isFirst(spread)) {
            FragmentDefinition fragment = fragments.get(spread.getName());
            collect(fragment.getTypeCondition(), fragment.getSelectionSet(), groups);
        }
    }

    private void collect(TypeName condition, SelectionSet set, FieldGroups groups) {
        NamedType parent = groups.parent();
        if (condition == null || condition.getName().equals(parent.name())) {
            collect(set, groups);
            return;
        }
        NamedType wanted = types.find(condition.getName()).orElse(null);
        // As in Hasura, a fragment that can never match is left out without a word.
        if (wanted == null || Collections.disjoint(objects(parent), objects(wanted))) {
            return;
        }
        collect(set, parent instanceof ObjectType ? groups : groups.narrowed(wanted));
    }

    private static Collection<String> objects(NamedType type) {
        if (type instanceof InterfaceType interfaceType) {
            return interfaceType.possibleTypes();
        }
        return type instanceof UnionType union ? union.possibleTypes() : Set.of(type.name());
    }
}
