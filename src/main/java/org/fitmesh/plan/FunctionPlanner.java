package org.fitmesh.plan;

import java.util.Optional;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.plan.compile.CompiledStatement;
import org.fitmesh.plan.compile.CompilerOptions;
import org.fitmesh.plan.compile.QueryCompiler;
import org.fitmesh.plan.table.AggregateReader;
import org.fitmesh.plan.table.FunctionReader;
import org.fitmesh.plan.table.Joins;
import org.fitmesh.plan.table.ListReader;
import org.fitmesh.plan.table.RowReader;
import org.fitmesh.plan.table.RowSource;
import org.fitmesh.plan.table.TableQuery;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.filter.FunctionCall;
import org.fitmesh.schema.type.RootField;

/**
 * Plans a root field of a tracked function.
 *
 * @param joins is told what is joined to its rows
 */
record FunctionPlanner(RoleSchema schema, CompilerOptions options, Joins.Below joins) {

    RootPlan query(RootField root, SelectedField field) {
        CompiledStatement statement =
                switch (root.kind()) {
                    case FUNCTION_AGGREGATE -> aggregate(root, field);
                    case FUNCTION_ROW -> compiler().single(rows(root, field));
                    default -> compiler().list(rows(root, field));
                };
        boolean repeatable = !root.function().orElseThrow().isVolatile();
        return new RootPlan.Query(field.responseKey(), statement, repeatable);
    }

    RootPlan mutation(RootField root, SelectedField field) {
        boolean single = root.kind() == RootField.Kind.FUNCTION_ROW;
        return new RootPlan.Mutation(
                field.responseKey(),
                compiler().mutation(rows(root, field), single),
                Optional.empty(),
                ErrorPath.ROOT);
    }

    private TableQuery rows(RootField root, SelectedField field) {
        RowReader.Row row = RowReader.read(schema, root.table(), field.selections());
        joins.put(field.responseKey(), row.joins());
        return new ListReader(schema)
                .rows(root.table(), field.arguments(), field.path())
                .from(new RowSource.OfFunction(call(root, field)))
                .withOutputs(row.outputs());
    }

    private CompiledStatement aggregate(RootField root, SelectedField field) {
        AggregateReader.Read read = AggregateReader.read(schema, root.table(), field);
        joins.put(field.responseKey(), read.joins());
        return compiler().aggregateOfFunction(read.query(), call(root, field));
    }

    private static FunctionCall call(RootField root, SelectedField field) {
        return FunctionReader.call(
                root.function().orElseThrow().callable(), field.arguments(), field.path());
    }

    private QueryCompiler compiler() {
        return new QueryCompiler(options);
    }
}
