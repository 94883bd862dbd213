package org.fitmesh.schema.table;

import static org.fitmesh.schema.table.FunctionProblems.quoted;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.PgType;
import org.fitmesh.catalog.SqlFunction;
import org.fitmesh.catalog.SqlFunction.Volatility;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.TrackedFunction;
import org.fitmesh.metadata.TrackedFunction.ExposedAs;
import org.fitmesh.naming.GraphQLName;
import org.fitmesh.naming.NamingConvention;

/** Resolves tracked functions against the catalog, with Hasura's checks and reasons. */
public final class FunctionModels {
    private final Catalog catalog;
    private final Map<TableName, TableModel> tables;
    private final NamingConvention naming;

    private FunctionModels(
            Catalog catalog, Map<TableName, TableModel> tables, NamingConvention naming) {
        this.naming = naming;
        this.catalog = catalog;
        this.tables = tables;
    }

    /** The functions that could be resolved, in the order of tracking, and what could not. */
    public record Resolved(List<FunctionModel> functions, List<Inconsistency> inconsistencies) {}

    /**
     * Resolves them.
     *
     * @param tables whose rows they give
     * @param naming how generated names are spelled
     */
    public static Resolved resolve(
            Catalog catalog,
            Map<TableName, TableModel> tables,
            Collection<TrackedFunction> tracked,
            NamingConvention naming) {
        FunctionModels models = new FunctionModels(catalog, tables, naming);
        List<FunctionModel> functions = new ArrayList<>();
        List<Inconsistency> inconsistencies = new ArrayList<>();
        for (TrackedFunction entry : tracked) {
            try {
                functions.add(models.function(entry));
            } catch (UnusableFunction e) {
                inconsistencies.add(
                        new Inconsistency(
                                "function",
                                entry.function().toString(),
                                "in function " + quoted(entry.function()) + ": " + e.getMessage()));
            }
        }
        return new Resolved(List.copyOf(functions), List.copyOf(inconsistencies));
    }

    private FunctionModel function(TrackedFunction tracked) {
        SqlFunction function = FunctionProblems.only(catalog, tracked.function());
        ExposedAs usual =
                function.volatility() == Volatility.VOLATILE ? ExposedAs.MUTATION : ExposedAs.QUERY;
        ExposedAs exposedAs = tracked.configuration().exposedAs().orElse(usual);
        FunctionProblems problems = problems(tracked, function, exposedAs);
        if (!problems.isEmpty()) {
            throw new UnusableFunction(
                    "the function "
                            + quoted(tracked.function())
                            + " cannot be tracked "
                            + problems.reasons());
        }
        TableName table = function.returnedTable().orElseThrow();
        if (!tables.containsKey(table)) {
            throw new UnusableFunction("table " + quoted(table) + " is not tracked");
        }
        CallableFunction callable =
                CallableFunction.of(
                        function, tracked.configuration().sessionArgument(), -1, Optional.empty());
        return new FunctionModel(tracked, callable, table, exposedAs, naming);
    }

    private FunctionProblems problems(
            TrackedFunction tracked, SqlFunction function, ExposedAs exposedAs) {
        FunctionProblems problems = new FunctionProblems();
        String name =
                tracked.configuration()
                        .customName()
                        .orElseGet(() -> FunctionModel.usualName(tracked.function()));
        problems.check(GraphQLName.isFree(name), "function name is not a legal GraphQL identifier");
        problems.check(
                !function.variadic(), "function with \"VARIADIC\" parameters are not supported");
        problems.check(
                function.returnType().kind() == PgType.Kind.COMPOSITE,
                "the function does not return a \"COMPOSITE\" type");
        problems.check(
                function.returnedTable().flatMap(catalog::find).isPresent(),
                "the function does not return a table");
        problems.check(
                exposedAs == ExposedAs.QUERY || function.volatility() == Volatility.VOLATILE,
                "the function was requested to be exposed as a mutation, but is not marked"
                        + " VOLATILE. Maybe the function was given the wrong volatility when it was"
                        + " defined?");
        problems.checkNames(function.arguments());
        tracked.configuration()
                .sessionArgument()
                .ifPresent(argument -> checkSession(function, argument, problems));
        return problems;
    }

    private static void checkSession(
            SqlFunction function, String argument, FunctionProblems problems) {
        Optional<SqlFunction.Argument> found =
                function.arguments().stream()
                        .filter(a -> a.name().filter(argument::equals).isPresent())
                        .findFirst();
        String given = "given session argument " + quoted(argument);
        problems.check(found.isPresent(), given + " not the input argument of the function");
        problems.check(
                found.isEmpty() || found.get().type().name().equals("json"),
                given + " is not of type json");
    }
}
