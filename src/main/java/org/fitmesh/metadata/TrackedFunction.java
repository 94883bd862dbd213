package org.fitmesh.metadata;

import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.FunctionName;

/**
 * An entry of {@code functions} in a source.
 *
 * @param roles that may call it, whatever they may read
 */
public record TrackedFunction(
        FunctionName function,
        Configuration configuration,
        Set<String> roles,
        Optional<String> comment) {

    /** Where a function is a root field. */
    public enum ExposedAs {
        QUERY,
        MUTATION
    }

    /**
     * The {@code configuration} of a tracked function.
     *
     * @param customName the base of its GraphQL names
     * @param rootField the name of its root field, where it is another
     * @param aggregateRootField the name of its {@code _aggregate} root field, where it is another
     * @param sessionArgument the argument that takes the session variables
     * @param exposedAs absent: a mutation when it is {@code VOLATILE}, else a query
     */
    public record Configuration(
            Optional<String> customName,
            Optional<String> rootField,
            Optional<String> aggregateRootField,
            Optional<String> sessionArgument,
            Optional<ExposedAs> exposedAs) {
        /** Nothing configured. */
        public static final Configuration NONE =
                new Configuration(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }
}
