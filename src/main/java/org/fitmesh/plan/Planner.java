package org.fitmesh.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.introspection.IntrospectionSchema;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.plan.compile.CompiledStatement;
import org.fitmesh.plan.compile.CompilerOptions;
import org.fitmesh.plan.compile.QueryCompiler;
import org.fitmesh.plan.table.AggregateReader;
import org.fitmesh.plan.table.Joins;
import org.fitmesh.plan.table.KeyReader;
import org.fitmesh.plan.table.ListReader;
import org.fitmesh.plan.table.RowReader;
import org.fitmesh.plan.table.TableQuery;
import org.fitmesh.plan.table.Validation;
import org.fitmesh.remote.RemoteDocument;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.type.RootField;

/** Plans one operation. */
public final class Planner {
    private final RoleSchema schema;
    private final CompilerOptions options;
    private final Operation operation;
    private final List<RootPlan> steps = new ArrayList<>();
    private final List<Validation> validations = new ArrayList<>();
    private final Joins.Below joins = new Joins.Below();
    private final CodePlanner code;

    private Planner(RoleSchema schema, boolean stringifyNumbers, Operation operation) {
        this.schema = schema;
        this.options =
                new CompilerOptions(
                        stringifyNumbers, schema.readableIn(), schema.hasCapitalEnums());
        this.operation = operation;
        this.code = new CodePlanner(schema, options, operation);
    }

    /**
     * The plan of an operation for a role.
     *
     * @param stringifyNumbers {@code HASURA_GRAPHQL_STRINGIFY_NUMERIC_TYPES}
     * @throws RequestException for what the type system could not find wrong
     */
    public static Plan plan(RoleSchema schema, boolean stringifyNumbers, Operation operation) {
        Planner planner = new Planner(schema, stringifyNumbers, operation);
        if (operation.kind() == Operation.Kind.MUTATION) {
            planner.mutations();
        } else {
            planner.queries();
        }
        Joins joins = planner.joins.alone();
        SourceTree sources = planner.code.sources(joins.sources());
        Map<String, Map<String, String>> namespaces = Namespace.of(schema, operation);
        return Plan.of(
                operation,
                planner.validations,
                planner.steps,
                joins.remotes(),
                sources,
                namespaces);
    }

    /**
     * Fields of one remote go in one request, wherever they stand among the others; so do those of
     * Java code.
     */
    private void queries() {
        Map<String, List<SelectedField>> ofRemotes = new LinkedHashMap<>();
        List<SelectedField> ofCode = new ArrayList<>();
        for (SelectedField field : Namespace.flattened(schema, operation)) {
            boolean ofTables = Namespace.contains(schema, operation, field);
            String remote = ofTables ? null : schema.remoteQueries().get(field.name());
            if (remote != null) {
                ofRemotes.computeIfAbsent(remote, r -> new ArrayList<>()).add(field);
            } else if (!ofTables && schema.codeQueries().contains(field.name())) {
                ofCode.add(field);
            } else {
                query(field);
            }
        }
        if (!ofCode.isEmpty()) {
            steps.add(code.step(ofCode, joins));
        }
        ofRemotes.forEach(this::remote);
    }

    /** Mutations run in the client's order; neighbours of one remote go in one request. */
    private void mutations() {
        String current = null;
        List<SelectedField> neighbours = new ArrayList<>();
        for (SelectedField field : Namespace.flattened(schema, operation)) {
            String remote =
                    Namespace.contains(schema, operation, field)
                            ? null
                            : schema.remoteMutations().get(field.name());
            if (current != null && !current.equals(remote)) {
                remote(current, neighbours);
                neighbours = new ArrayList<>();
            }
            current = remote;
            if (remote != null) {
                neighbours.add(field);
            } else {
                mutation(field);
            }
        }
        if (current != null) {
            remote(current, neighbours);
        }
    }

    private void remote(String remote, List<SelectedField> fields) {
        RemoteDocument document =
                RemoteDocument.of(
                        operation.kind(), operation.name(), fields, operation.variables());
        steps.add(new RootPlan.Remote(remote, document));
    }

    private void query(SelectedField field) {
        RootField root = schema.queries().get(field.name());
        if (root != null && root.function().isPresent()) {
            steps.add(functions().query(root, field));
        } else if (root != null) {
            tableQuery(root, field);
        } else if (IntrospectionSchema.answers(field)) {
            introspection(field);
        } else if (field.name().equals("__typename")) {
            steps.add(RootPlan.Constant.text(field.responseKey(), field.parentType()));
        } else {
            // what is left is the one field of a query root that is empty
            steps.add(
                    RootPlan.Constant.text(
                            field.responseKey(),
                            field.definition().description().orElse(field.name())));
        }
    }

    private void introspection(SelectedField field) {
        if (!schema.introspection()) {
            throw new RequestException(
                    ErrorCode.NOT_SUPPORTED,
                    "introspection is disabled for role: \"" + schema.role() + '"',
                    ErrorPath.ROOT);
        }
        steps.add(new RootPlan.Introspection(field));
    }

    private void tableQuery(RootField root, SelectedField field) {
        CompiledStatement statement =
                root.kind() == RootField.Kind.AGGREGATE
                        ? aggregate(root.table(), field)
                        : rows(root, field);
        steps.add(new RootPlan.Query(field.responseKey(), statement, true));
    }

    private CompiledStatement aggregate(RoleTable table, SelectedField field) {
        AggregateReader.Read read = AggregateReader.read(schema, table, field);
        joins.put(field.responseKey(), read.joins());
        return new QueryCompiler(options).aggregate(read.query());
    }

    private CompiledStatement rows(RootField root, SelectedField field) {
        RoleTable table = root.table();
        RowReader.Row row = RowReader.read(schema, table, field.selections());
        joins.put(field.responseKey(), row.joins());
        QueryCompiler compiler = new QueryCompiler(options);
        if (root.kind() == RootField.Kind.BY_PK) {
            TableQuery query = KeyReader.read(schema, table, field);
            return compiler.single(query.withOutputs(row.outputs()));
        }
        TableQuery query = new ListReader(schema).rows(table, field.arguments(), field.path());
        return compiler.list(query.withOutputs(row.outputs()));
    }

    private FunctionPlanner functions() {
        return new FunctionPlanner(schema, options, joins);
    }

    private void mutation(SelectedField field) {
        RootField root = schema.mutations().get(field.name());
        if (!Namespace.contains(schema, operation, field)
                && schema.codeMutations().contains(field.name())) {
            steps.add(code.step(List.of(field), joins));
            return;
        }
        if (root == null) {
            steps.add(RootPlan.Constant.text(field.responseKey(), field.parentType()));
            return;
        }
        if (root.function().isPresent()) {
            steps.add(functions().mutation(root, field));
            return;
        }
        MutationPlanner planner = new MutationPlanner(schema, options, root, field);
        joins.put(field.responseKey(), planner.joins());
        steps.add(planner.step());
        validations.addAll(planner.validations());
    }
}
