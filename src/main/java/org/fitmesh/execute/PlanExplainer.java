package org.fitmesh.execute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.Plan;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.plan.compile.CompiledStatement;

/** Asks PostgreSQL how it would run the statements of a query, without running them. */
@ApplicationScoped
public class PlanExplainer {
    @Inject private Connections connections;

    /**
     * The explanations of the root fields, in their order.
     *
     * @throws RequestException invalid-params for what is no query of tables, in Hasura's words
     */
    public List<Explanation> explain(Plan plan, Binding binding) {
        refuseOthers(plan);
        return connections.use(
                connection -> {
                    List<Explanation> explanations = new ArrayList<>();
                    for (RootPlan step : plan.steps().inOrder()) {
                        explanations.add(explain(step, binding, connection));
                    }
                    return explanations;
                });
    }

    private static void refuseOthers(Plan plan) {
        if (plan.isMutation()) {
            throw invalid("only queries can be explained");
        }
        if (!plan.steps().remotes().isEmpty()) {
            throw invalid("only hasura queries can be explained");
        }
        if (plan.usesCode()) {
            throw invalid("query actions cannot be explained");
        }
        if (!plan.joins().isEmpty()) {
            throw invalid("queries with remote relationships cannot be explained");
        }
    }

    private static RequestException invalid(String message) {
        return new RequestException(ErrorCode.INVALID_PARAMS, message, ErrorPath.ROOT);
    }

    private static Explanation explain(RootPlan step, Binding binding, Connection connection)
            throws SQLException {
        if (step instanceof RootPlan.Query query) {
            return explain(query.key(), query.statement(), binding, connection);
        }
        String key =
                step instanceof RootPlan.Constant constant
                        ? constant.key()
                        : ((RootPlan.Introspection) step).field().responseKey();
        return new Explanation(key, Optional.empty(), List.of());
    }

    private static Explanation explain(
            String key, CompiledStatement statement, Binding binding, Connection connection)
            throws SQLException {
        String[] values = binding.values(statement.parameters(), null);
        String sql = statement.sql().text();
        try (PreparedStatement explain =
                connection.prepareStatement("EXPLAIN (FORMAT TEXT) " + sql)) {
            Statements.bind(explain, statement.sql().parameters(), values);
            List<String> lines = new ArrayList<>();
            try (ResultSet result = explain.executeQuery()) {
                while (result.next()) {
                    lines.add(result.getString(1));
                }
            }
            return new Explanation(key, Optional.of(statement.sql().with(values)), lines);
        } catch (SQLException e) {
            throw SqlFailure.of(e, sql, ErrorPath.ROOT);
        }
    }
}
