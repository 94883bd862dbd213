package org.fitmesh.plan.compile;

import java.util.Optional;

/**
 * How a write is run.
 *
 * @param write the statement that writes; when nothing follows, its value is the answer
 * @param answer a second statement, for an answer that must see what the first one did: a statement
 *     does not see its own writes in the tables it reads
 */
public record WriteStatements(CompiledStatement write, Optional<CompiledStatement> answer) {}
