package org.fitmesh.schema;

import java.util.Optional;
import org.fitmesh.catalog.TableName;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.SelectAccess;
import org.fitmesh.schema.type.RootField;

/** Which permission a role lacks for a root field, whether or not it is below a namespace. */
record MissingRootField(
        PermissionSentences sentences, RoleSchema seen, RoleSchema backend, RoleSchema all) {

    Optional<String> of(String name) {
        RootField query = all.queries().get(name);
        if (query != null) {
            return Optional.of(query(query));
        }
        RootField mutation = all.mutations().get(name);
        if (mutation != null) {
            return Optional.of(mutation(name, mutation));
        }
        if (all.codeQueries().contains(name) || all.codeMutations().contains(name)) {
            return Optional.of(sentences.noCode(name));
        }
        return Optional.ofNullable(all.remoteQueries().get(name))
                .or(() -> Optional.ofNullable(all.remoteMutations().get(name)))
                .map(remote -> sentences.noRemoteField(name, remote));
    }

    private String query(RootField root) {
        TableName table = root.table().model().name();
        Optional<SelectAccess> select = tableOf(table).flatMap(RoleTable::select);
        if (select.isEmpty()) {
            return sentences.noPermission("select", table);
        }
        boolean aggregate =
                root.kind() == RootField.Kind.AGGREGATE
                        || root.kind() == RootField.Kind.FUNCTION_AGGREGATE;
        if (aggregate && !select.get().aggregations()) {
            return sentences.noAggregations(table);
        }
        if (root.function().isPresent()) {
            return sentences.noFunction(root.function().get().tracked().function());
        }
        if (root.kind() == RootField.Kind.BY_PK && !readsKey(table)) {
            return sentences.noKey(table);
        }
        return sentences.notInQueryRootFields(table);
    }

    private String mutation(String name, RootField root) {
        TableName table = root.table().model().name();
        Optional<RoleTable> own = tableOf(table);
        if (root.function().isPresent()) {
            return own.flatMap(RoleTable::select).isEmpty()
                    ? sentences.noPermission("select", table)
                    : sentences.noFunction(root.function().get().tracked().function());
        }
        Optional<RoleTable> wider = Optional.ofNullable(backend.tables().get(table));
        String kind = written(root.kind());
        if (!has(kind, own)) {
            return has(kind, wider) && backend.mutations().containsKey(name)
                    ? sentences.backendOnly(kind, table)
                    : sentences.noPermission(kind, table);
        }
        return own.flatMap(RoleTable::select).isEmpty()
                ? sentences.noPermission("select", table)
                : sentences.noKey(table);
    }

    private static String written(RootField.Kind kind) {
        return switch (kind) {
            case INSERT, INSERT_ONE -> "insert";
            case UPDATE, UPDATE_BY_PK, UPDATE_MANY -> "update";
            case DELETE, DELETE_BY_PK -> "delete";
            case SELECT, BY_PK, AGGREGATE, FUNCTION, FUNCTION_ROW, FUNCTION_AGGREGATE -> "select";
        };
    }

    private static boolean has(String kind, Optional<RoleTable> table) {
        return switch (kind) {
            case "insert" -> table.flatMap(RoleTable::insert).isPresent();
            case "update" -> table.flatMap(RoleTable::update).isPresent();
            case "delete" -> table.flatMap(RoleTable::delete).isPresent();
            default -> table.flatMap(RoleTable::select).isPresent();
        };
    }

    private Optional<RoleTable> tableOf(TableName name) {
        return Optional.ofNullable(seen.tables().get(name));
    }

    private boolean readsKey(TableName table) {
        return tableOf(table).filter(RoleTable::hasReadableKey).isPresent();
    }
}
