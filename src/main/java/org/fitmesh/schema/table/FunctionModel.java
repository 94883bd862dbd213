package org.fitmesh.schema.table;

import java.util.Optional;
import org.fitmesh.catalog.FunctionName;
import org.fitmesh.catalog.SqlFunction;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.TrackedFunction;
import org.fitmesh.metadata.TrackedFunction.ExposedAs;

/**
 * A tracked function that exists and gives rows of a tracked table.
 *
 * @param table whose rows it gives
 */
public record FunctionModel(
        TrackedFunction tracked, CallableFunction callable, TableName table, ExposedAs exposedAs) {

    /** The base of its names in GraphQL. */
    public String graphqlName() {
        return tracked.configuration().customName().orElseGet(() -> usualName(tracked.function()));
    }

    static String usualName(FunctionName function) {
        return function.toString().replace('.', '_');
    }

    public String rootField() {
        return tracked.configuration().rootField().orElseGet(this::graphqlName);
    }

    /** The name of the root field that aggregates. */
    public String aggregateRootField() {
        return tracked.configuration()
                .aggregateRootField()
                .orElseGet(() -> graphqlName() + "_aggregate");
    }

    /** The name of the type of what the client gives. */
    public String argumentsType() {
        return graphqlName() + "_args";
    }

    /** Does it give one row, not a set? */
    public boolean givesOneRow() {
        return !callable.function().returnsSet();
    }

    /** Does it change anything, as far as PostgreSQL is told? */
    public boolean isVolatile() {
        return callable.function().volatility() == SqlFunction.Volatility.VOLATILE;
    }

    /** What introspection tells: the comment of the metadata, else the database's. */
    public Optional<String> comment() {
        return tracked.comment().or(() -> callable.function().comment());
    }
}
