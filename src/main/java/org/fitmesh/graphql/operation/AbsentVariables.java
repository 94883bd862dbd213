package org.fitmesh.graphql.operation;

/** What a nullable variable is that has neither a value nor a default. */
public enum AbsentVariables {
    /** Null, as Hasura has it. */
    NULL,
    /** Nothing: its argument or field counts as not given (specification, section 6.4.1). */
    LEFT_AWAY
}
