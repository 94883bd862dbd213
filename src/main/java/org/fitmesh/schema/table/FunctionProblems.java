package org.fitmesh.schema.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.FunctionName;
import org.fitmesh.catalog.SqlFunction;
import org.fitmesh.naming.GraphQLName;

/** What is wrong with a function, in Hasura's words; several things may be. */
final class FunctionProblems {
    private final List<String> problems = new ArrayList<>();

    void check(boolean fine, String problem) {
        if (!fine) {
            problems.add(problem);
        }
    }

    /** The names of arguments must be names in GraphQL too. */
    void checkNames(List<SqlFunction.Argument> arguments) {
        List<String> wrong =
                arguments.stream()
                        .flatMap(argument -> argument.name().stream())
                        .filter(name -> !GraphQLName.isFree(name))
                        .toList();
        check(
                wrong.isEmpty(),
                "the function arguments "
                        + String.join(",", wrong)
                        + " are not in compliance with GraphQL spec");
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** What was found, as the end of a sentence. */
    String reasons() {
        if (problems.size() == 1) {
            return "because " + problems.get(0);
        }
        return problems.stream()
                .map(problem -> " • " + problem + "\n")
                .collect(Collectors.joining("", "for the following reasons:\n", ""));
    }

    /**
     * The one function of that name.
     *
     * @throws UnusableFunction when there is none, or more than one
     */
    static SqlFunction only(Catalog catalog, FunctionName name) {
        List<SqlFunction> functions = catalog.find(name);
        if (functions.isEmpty()) {
            throw new UnusableFunction("no such function exists: " + quoted(name));
        }
        if (functions.size() > 1) {
            throw new UnusableFunction(
                    "function "
                            + quoted(name)
                            + " is overloaded. Overloaded functions are not supported");
        }
        return functions.get(0);
    }

    /** As Hasura writes names in messages. */
    static String quoted(Object name) {
        return '"' + name.toString() + '"';
    }
}
