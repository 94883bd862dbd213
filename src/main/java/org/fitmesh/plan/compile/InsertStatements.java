package org.fitmesh.plan.compile;

import java.util.Optional;

/**
 * How an insert is run.
 *
 * @param write the insert; when nothing follows, its value is the answer
 * @param answer a second statement, for an answer that must see what the insert did: a statement
 *     does not see its own writes in the tables it reads
 */
public record InsertStatements(CompiledStatement write, Optional<CompiledStatement> answer) {}
