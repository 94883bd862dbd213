package org.fitmesh.plan;

import org.fitmesh.schema.filter.Operand;

/** A parameter of a plan: where the value comes from and how it is written for PostgreSQL. */
public record Parameter(Operand operand, Encoding encoding) {}
