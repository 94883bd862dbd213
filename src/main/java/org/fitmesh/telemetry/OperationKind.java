package org.fitmesh.telemetry;

import java.util.Locale;

/** What a client asked for, as metrics and logs name it. */
public enum OperationKind {
    QUERY,
    MUTATION,
    SUBSCRIPTION,
    /** It was not read so far: no access, no GraphQL, or no such operation. */
    UNKNOWN;

    /** In lower case, as Hasura's label {@code operation_type} has it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
