package org.fitmesh.schema;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.FunctionName;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.UnknownField;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.schema.access.InsertAccess;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.SelectAccess;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.access.UpdateAccess;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.UpdateOperator;
import org.fitmesh.schema.type.RootField;

/**
 * Which permission a role lacks for a field that the administrator sees. Compares the two schemas,
 * so nothing is kept for it.
 *
 * @param role its name; {@code seen} may be that of a role without any permission
 * @param seen what the role sees
 * @param backend what it sees with its {@code backend_only} permissions
 * @param all what the administrator sees
 */
public record MissingPermission(String role, RoleSchema seen, RoleSchema backend, RoleSchema all) {
    private static final Pattern READ =
            Pattern.compile("|_bool_exp|_order_by|_(?!aggregate_)[a-z_]+_fields|_[a-z_]+_order_by");
    private static final Pattern UPDATE =
            Pattern.compile("_(set|inc|append|prepend|delete_(key|elem|at_path))_input");
    private static final String INSERT = "_insert_input";
    private static final String RESPONSE = "_mutation_response";
    private static final String CONFLICT = "_on_conflict";
    private static final String UPDATES = "_updates";

    /** A sentence that names the permission; empty when the administrator has no such field. */
    public Optional<String> of(UnknownField unknown) {
        if (!isOfAdmin(unknown)) {
            return Optional.empty();
        }
        if (unknown.argument().isPresent()) {
            return ofArgument(unknown, unknown.argument().get());
        }
        if (isRoot(unknown.type())) {
            return ofRoot(unknown.field());
        }
        Optional<String> type = all.typeNames().inside(unknown.type());
        return all.tables().values().stream()
                .sorted(Comparator.comparing(t -> -t.graphqlName().length()))
                .filter(table -> type.filter(t -> t.startsWith(table.graphqlName())).isPresent())
                .flatMap(
                        table -> {
                            int end = table.graphqlName().length();
                            return ofTable(table, type.get().substring(end), unknown).stream();
                        })
                .findFirst();
    }

    /** Hasura has arguments that a role does not see only where it lacks columns. */
    private Optional<String> ofArgument(UnknownField unknown, String argument) {
        RootField mutation = isRoot(unknown.type()) ? all.mutations().get(unknown.field()) : null;
        if (mutation != null && isOperator(argument)) {
            return Optional.of(noColumnFor(argument, mutation.table().model().name()));
        }
        if (!argument.equals("distinct_on")) {
            return Optional.empty();
        }
        return listed(unknown).map(table -> noColumnFor("distinct_on", table));
    }

    private Optional<TableName> listed(UnknownField unknown) {
        if (isRoot(unknown.type())) {
            return Optional.ofNullable(all.queries().get(unknown.field()))
                    .map(root -> root.table().model().name());
        }
        return all.tables().values().stream()
                .filter(t -> all.typeNames().around(t.graphqlName()).equals(unknown.type()))
                .flatMap(t -> Optional.ofNullable(t.fields().get(unknown.field())).stream())
                .flatMap(field -> rowsOf(field).stream())
                .findFirst();
    }

    private static Optional<TableName> rowsOf(TableField field) {
        if (field instanceof TableField.RelationshipField related) {
            return Optional.of(related.relationship().target());
        }
        if (field instanceof TableField.AggregateField related) {
            return Optional.of(related.relationship().target());
        }
        return field instanceof TableField.ComputedRows rows
                ? Optional.of(rows.target())
                : Optional.empty();
    }

    private static boolean isOperator(String argument) {
        return UpdateOperator.all().stream().anyMatch(o -> o.argument().equals(argument));
    }

    private boolean isOfAdmin(UnknownField unknown) {
        NamedType type = all.types().find(unknown.type()).orElse(null);
        if (type instanceof InputObjectType input) {
            return input.fields().containsKey(unknown.field());
        }
        FieldDefinition field =
                type instanceof ObjectType object ? object.fields().get(unknown.field()) : null;
        return field != null
                && unknown.argument().stream().allMatch(field.arguments()::containsKey);
    }

    private boolean isRoot(String type) {
        String query = all.types().queryType();
        Optional<String> mutation = all.types().mutationType();
        return type.equals(query)
                || mutation.equals(Optional.of(type))
                || isNamespace(query, type)
                || mutation.filter(root -> isNamespace(root, type)).isPresent();
    }

    private boolean isNamespace(String root, String type) {
        if (all.namespace().isEmpty() || !(all.types().get(root) instanceof ObjectType object)) {
            return false;
        }
        FieldDefinition field = object.fields().get(all.namespace().get());
        return field != null && field.type().baseName().equals(type);
    }

    private Optional<String> ofRoot(String name) {
        RootField query = all.queries().get(name);
        if (query != null) {
            return Optional.of(query(query));
        }
        RootField mutation = all.mutations().get(name);
        if (mutation != null) {
            return Optional.of(mutation(name, mutation));
        }
        if (all.codeQueries().contains(name) || all.codeMutations().contains(name)) {
            return Optional.of(theRole() + "may not call the Java code behind '" + name + "'");
        }
        return Optional.ofNullable(all.remoteQueries().get(name))
                .or(() -> Optional.ofNullable(all.remoteMutations().get(name)))
                .map(
                        remote ->
                                theRole()
                                        + ("has no permission for field '" + name)
                                        + ("' of remote schema '" + remote + "'"));
    }

    private String query(RootField root) {
        TableName table = root.table().model().name();
        Optional<SelectAccess> select = tableOf(table).flatMap(RoleTable::select);
        if (select.isEmpty()) {
            return noPermission("select", table);
        }
        boolean aggregate =
                root.kind() == RootField.Kind.AGGREGATE
                        || root.kind() == RootField.Kind.FUNCTION_AGGREGATE;
        if (aggregate && !select.get().aggregations()) {
            return noAggregations(table);
        }
        if (root.function().isPresent()) {
            return noFunction(root.function().get().tracked().function());
        }
        if (root.kind() == RootField.Kind.BY_PK && !readsKey(table)) {
            return noKey(table);
        }
        return ofPermission("select", table) + " leaves the field out of query_root_fields";
    }

    private String mutation(String name, RootField root) {
        TableName table = root.table().model().name();
        Optional<RoleTable> own = tableOf(table);
        if (root.function().isPresent()) {
            return own.flatMap(RoleTable::select).isEmpty()
                    ? noPermission("select", table)
                    : noFunction(root.function().get().tracked().function());
        }
        Optional<RoleTable> wider = Optional.ofNullable(backend.tables().get(table));
        String kind = written(root.kind());
        if (!has(kind, own)) {
            return has(kind, wider) && backend.mutations().containsKey(name)
                    ? ofPermission(kind, table)
                            + " is backend_only, which needs the header"
                            + " x-hasura-use-backend-only-permissions: true"
                    : noPermission(kind, table);
        }
        return own.flatMap(RoleTable::select).isEmpty()
                ? noPermission("select", table)
                : noKey(table);
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

    private Optional<String> ofTable(RoleTable table, String part, UnknownField unknown) {
        TableName name = table.model().name();
        if (part.equals(RESPONSE) && unknown.field().equals("returning")
                || part.equals(CONFLICT) && unknown.field().equals("where")) {
            return Optional.of(noPermission("select", name));
        }
        if (part.equals(UPDATES) && isOperator(unknown.field())) {
            return Optional.of(noColumnFor(unknown.field(), name));
        }
        TableField field = table.fields().get(unknown.field());
        if (field == null) {
            return Optional.empty();
        }
        if (part.equals(INSERT)) {
            return inserted(name, field);
        }
        if (UPDATE.matcher(part).matches() && field instanceof TableField.ColumnField column) {
            return Optional.of(written("update", name, column.column()));
        }
        return READ.matcher(part).matches() ? Optional.of(read(name, field)) : Optional.empty();
    }

    private Optional<String> inserted(TableName table, TableField field) {
        if (field instanceof TableField.ColumnField column) {
            return Optional.of(written("insert", table, column.column()));
        }
        return field instanceof TableField.RelationshipField related
                ? Optional.of(noPermission("insert", related.relationship().target()))
                : Optional.empty();
    }

    /** A column that a permission sets is nobody's to give. */
    private String written(String kind, TableName table, Column column) {
        Optional<RoleTable> own = tableOf(table);
        Map<String, Operand> presets =
                kind.equals("insert")
                        ? own.flatMap(RoleTable::insert).map(InsertAccess::presets).orElse(Map.of())
                        : own.flatMap(RoleTable::update)
                                .map(UpdateAccess::presets)
                                .orElse(Map.of());
        return presets.containsKey(column.name())
                ? ofPermission(kind, table) + " sets column '" + column.name() + "' itself"
                : noColumn(kind, table, column);
    }

    private String noColumnFor(String argument, TableName table) {
        String kind = isOperator(argument) ? "update" : "select";
        return ofPermission(kind, table) + " has no column that '" + argument + "' takes";
    }

    private String read(TableName table, TableField field) {
        if (field instanceof TableField.ColumnField column) {
            return noColumn("select", table, column.column());
        }
        if (field instanceof TableField.RelationshipField related) {
            return noPermission("select", related.relationship().target());
        }
        if (field instanceof TableField.AggregateField related) {
            return aggregated(related.relationship().target());
        }
        if (field instanceof TableField.ComputedRows rows) {
            return noPermission("select", rows.target());
        }
        if (field instanceof TableField.ComputedValue computed) {
            return noPermission("select", "for computed field", computed.field().name(), table);
        }
        if (field instanceof TableField.RemoteField remote) {
            String name = remote.relationship().name();
            return noPermission("select", "for remote relationship", name, table);
        }
        String name = ((TableField.SourceField) field).definition().name();
        return theRole() + "may not call the Java code behind '" + name + "'";
    }

    private String aggregated(TableName target) {
        return tableOf(target).flatMap(RoleTable::select).isEmpty()
                ? noPermission("select", target)
                : noAggregations(target);
    }

    private Optional<RoleTable> tableOf(TableName name) {
        return Optional.ofNullable(seen.tables().get(name));
    }

    private boolean readsKey(TableName table) {
        return tableOf(table).filter(RoleTable::hasReadableKey).isPresent();
    }

    private String theRole() {
        return "the role '" + role + "' ";
    }

    private String noPermission(String kind, TableName table) {
        return theRole() + "has no " + kind + " permission on table '" + full(table) + "'";
    }

    private String noPermission(String kind, String what, String name, TableName table) {
        return theRole()
                + ("has no " + kind + " permission " + what + " '" + name)
                + ("' of table '" + full(table) + "'");
    }

    private String noColumn(String kind, TableName table, Column column) {
        return noPermission(kind, "for column", column.name(), table);
    }

    private String noFunction(FunctionName function) {
        return theRole()
                + ("has no permission for function '" + function.schema())
                + ("." + function.name() + "'");
    }

    private String noAggregations(TableName table) {
        return ofPermission("select", table) + " does not allow aggregations";
    }

    private String noKey(TableName table) {
        return ofPermission("select", table) + " does not include the whole primary key";
    }

    private String ofPermission(String kind, TableName table) {
        return "the " + kind + " permission of role '" + role + "' on table '" + full(table) + "'";
    }

    private static String full(TableName table) {
        return table.schema() + "." + table.name();
    }
}
