package org.fitmesh.plan.table;

import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.metadata.InputValidation;

/**
 * Who is asked before anything is written, and what about.
 *
 * @param input what the client gives, as a list
 */
public record Validation(InputValidation handler, ValueSource input) {}
