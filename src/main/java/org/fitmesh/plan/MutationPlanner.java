package org.fitmesh.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.plan.compile.CompilerOptions;
import org.fitmesh.plan.compile.WriteCompiler;
import org.fitmesh.plan.compile.WriteStatements;
import org.fitmesh.plan.table.DeleteReader;
import org.fitmesh.plan.table.InsertPlan;
import org.fitmesh.plan.table.InsertReader;
import org.fitmesh.plan.table.InsertStep;
import org.fitmesh.plan.table.Joins;
import org.fitmesh.plan.table.ResponseReader;
import org.fitmesh.plan.table.UpdateQuery;
import org.fitmesh.plan.table.UpdateReader;
import org.fitmesh.plan.table.Validation;
import org.fitmesh.plan.table.ValidationReader;
import org.fitmesh.plan.table.WriteQuery;
import org.fitmesh.plan.table.WriteResponse;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.type.RootField;

/** Plans a root field that writes to a table. */
final class MutationPlanner {
    private final RoleSchema schema;
    private final CompilerOptions options;
    private final RootField root;
    private final RoleTable table;
    private final SelectedField field;
    private final ResponseReader.Read response;

    MutationPlanner(
            RoleSchema schema, CompilerOptions options, RootField root, SelectedField field) {
        this.schema = schema;
        this.options = options;
        this.root = root;
        this.table = root.table();
        this.field = field;
        this.response =
                answersRow(root.kind())
                        ? ResponseReader.row(schema, table, field)
                        : ResponseReader.response(schema, table, field);
    }

    private static boolean answersRow(RootField.Kind kind) {
        return kind == RootField.Kind.INSERT_ONE
                || kind == RootField.Kind.UPDATE_BY_PK
                || kind == RootField.Kind.DELETE_BY_PK;
    }

    /** Where remotes and code join into the answer. */
    Joins joins() {
        return response.joins();
    }

    /** Who is asked before anything is written. */
    List<Validation> validations() {
        return switch (root.kind()) {
            case INSERT -> ValidationReader.insert(schema, table, field, "objects");
            case INSERT_ONE -> ValidationReader.insert(schema, table, field, "object");
            case UPDATE, UPDATE_BY_PK -> ValidationReader.update(table, field);
            case UPDATE_MANY -> ValidationReader.updates(table, field);
            case DELETE -> ValidationReader.delete(table, field);
            case DELETE_BY_PK -> ValidationReader.deleteByKey(table, field);
            case SELECT, BY_PK, AGGREGATE, FUNCTION, FUNCTION_ROW, FUNCTION_AGGREGATE -> List.of();
        };
    }

    /** What is done for the field. */
    RootPlan step() {
        WriteResponse answer = response.response();
        return switch (root.kind()) {
            case INSERT -> insert("objects");
            case INSERT_ONE -> insert("object");
            case UPDATE, UPDATE_BY_PK -> write(UpdateReader.read(schema, table, field, answer));
            case UPDATE_MANY -> updates(UpdateReader.readMany(schema, table, field, answer));
            case DELETE -> write(DeleteReader.where(schema, table, field, answer));
            case DELETE_BY_PK -> write(DeleteReader.byKey(table, field, answer));
            case SELECT, BY_PK, AGGREGATE, FUNCTION, FUNCTION_ROW, FUNCTION_AGGREGATE ->
                    throw new IllegalStateException(root.kind() + " writes nothing");
        };
    }

    private RootPlan insert(String rows) {
        InsertPlan plan = InsertReader.read(schema, table, field, rows, response.response());
        if (plan instanceof InsertPlan.Flat flat) {
            return write(flat.query(), field.path().argument(rows));
        }
        InsertPlan.Nested nested = (InsertPlan.Nested) plan;
        return new RootPlan.NestedInsert(
                field.responseKey(),
                nested.steps().stream().map(this::compiled).toList(),
                WriteCompiler.answer(nested, options));
    }

    private RootPlan.NestedInsert.Step compiled(InsertStep step) {
        return new RootPlan.NestedInsert.Step(
                WriteCompiler.compile(step, options),
                step.query().rows().size(),
                step.required(),
                step.path());
    }

    /** Hasura reports the constraints of updates and deletes at the root. */
    private RootPlan.Mutation write(WriteQuery query) {
        return write(query, ErrorPath.ROOT);
    }

    private RootPlan.Mutation write(WriteQuery query, ErrorPath path) {
        WriteStatements statements = WriteCompiler.compile(query, options);
        return new RootPlan.Mutation(
                field.responseKey(), statements.write(), statements.answer(), path);
    }

    private RootPlan updates(List<UpdateQuery> queries) {
        if (queries.isEmpty()) {
            return RootPlan.Constant.of(field.responseKey(), JsonNodeFactory.instance.arrayNode());
        }
        return new RootPlan.Mutations(
                field.responseKey(), queries.stream().map(this::write).toList());
    }
}
