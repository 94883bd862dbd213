package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.plan.compile.QueryCompiler;
import org.fitmesh.plan.table.AggregateQuery;
import org.fitmesh.plan.table.RowSource;
import org.fitmesh.plan.table.TableQuery;

/** The older {@code count}: of rows, or of the different values that columns have together. */
final class CountRows implements Command {
    private static final String AGGREGATE = "aggregate";

    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        RowsTable table = RowsTable.of(arguments, work);
        TableQuery rows =
                new TableQuery(
                        table.model().table(),
                        RowSource.TABLE,
                        List.of(),
                        table.where(arguments),
                        List.of(),
                        distinct(table, arguments),
                        List.of(),
                        Optional.empty());
        AggregateQuery.Item count =
                new AggregateQuery.Item.Count("count", List.of(), Optional.empty());
        AggregateQuery query =
                new AggregateQuery(
                        rows,
                        List.of(new AggregateQuery.Part.Aggregates(AGGREGATE, List.of(count))));
        String json =
                RowsTable.statements(arguments, work)
                        .read(new QueryCompiler(RowsTable.options(work)).aggregate(query));
        return Answers.json(json).get(AGGREGATE);
    }

    private static List<Column> distinct(RowsTable table, Arguments arguments) {
        return table.listed(arguments.optionalList("distinct"), arguments.path().key("distinct"));
    }
}
