package org.fitmesh.schema.table;

import java.util.Optional;
import org.fitmesh.catalog.FunctionName;
import org.fitmesh.catalog.SqlFunction;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.TrackedFunction;
import org.fitmesh.metadata.TrackedFunction.ExposedAs;
import org.fitmesh.naming.NamingConvention;

/**
 * A tracked function that exists and gives rows of a tracked table.
 *
 * @param table whose rows it gives
 * @param naming how the names that are generated for it are spelled
 */
public record FunctionModel(
        TrackedFunction tracked,
        CallableFunction callable,
        TableName table,
        ExposedAs exposedAs,
        NamingConvention naming) {

    static String usualName(FunctionName function) {
        return function.toString().replace('.', '_');
    }

    /** The name of the root field that gives rows. */
    public String rootField() {
        return tracked.configuration()
                .rootField()
                .or(() -> tracked.configuration().customName())
                .orElseGet(() -> naming.field(usualName(tracked.function())));
    }

    /** The name of the root field that aggregates. */
    public String aggregateRootField() {
        return tracked.configuration()
                .aggregateRootField()
                .or(() -> tracked.configuration().customName().map(name -> name + "_aggregate"))
                .orElseGet(() -> naming.field(usualName(tracked.function()) + "_aggregate"));
    }

    /** The name of the type of what the client gives, which Hasura spells as that of a field. */
    public String argumentsType() {
        return naming.field(
                tracked.configuration().customName().orElseGet(() -> usualName(tracked.function()))
                        + "_args");
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
