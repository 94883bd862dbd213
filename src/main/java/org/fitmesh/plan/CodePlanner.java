package org.fitmesh.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.plan.compile.CompilerOptions;
import org.fitmesh.plan.compile.QueryCompiler;
import org.fitmesh.plan.table.CodeReader;
import org.fitmesh.plan.table.CodeRows;
import org.fitmesh.plan.table.Joins;
import org.fitmesh.plan.table.SourceRequest;
import org.fitmesh.plan.table.SourceRows;
import org.fitmesh.schema.RoleSchema;

/** Plans what Java code answers: root fields, and fields of rows. */
record CodePlanner(RoleSchema schema, CompilerOptions options, Operation operation) {

    /**
     * A step that answers root fields.
     *
     * @param below is told what is joined to the rows among the answers
     */
    RootPlan.Code step(List<SelectedField> fields, Joins.Below below) {
        Map<String, ReplyTree> children = new LinkedHashMap<>();
        for (SelectedField field : fields) {
            CodeReader.Read read = CodeReader.field(schema, field);
            read.rows().ifPresent(rows -> children.put(field.responseKey(), reply(rows)));
            below.put(field.responseKey(), read.joins());
        }
        return new RootPlan.Code(
                CodeDocument.of(schema, operation, fields),
                new ReplyTree(children, Optional.empty()));
    }

    /** What code adds to rows. */
    SourceTree sources(SourceRows rows) {
        Map<String, SourceTree> children = new LinkedHashMap<>();
        rows.children().forEach((key, child) -> children.put(key, sources(child)));
        return new SourceTree(children, rows.request().map(this::call));
    }

    private SourceTree.Call call(SourceRequest request) {
        return new SourceTree.Call(
                request.entity().type(),
                request.keys(),
                CodeDocument.below(
                        request.entity().sourceRoot(), schema, operation, request.fields()),
                reply(request.rows()));
    }

    private ReplyTree reply(CodeRows rows) {
        Map<String, ReplyTree> children = new LinkedHashMap<>();
        rows.children().forEach((key, child) -> children.put(key, reply(child)));
        return new ReplyTree(children, rows.rows().map(this::compiled));
    }

    private ReplyTree.Rows compiled(CodeRows.Rows rows) {
        List<String> key = schema.entities().get(rows.type()).entity().keyColumns();
        return new ReplyTree.Rows(
                new QueryCompiler(options).byKeys(rows.query(), key), rows.type(), rows.required());
    }
}
