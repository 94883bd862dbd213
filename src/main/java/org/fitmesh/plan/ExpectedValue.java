package org.fitmesh.plan;

import org.fitmesh.catalog.PgType;

/**
 * What the value of a parameter is held to before PostgreSQL reads it.
 *
 * @param type of the value, or of each value of a list
 * @param list whether there is a list of them
 */
public record ExpectedValue(PgType type, boolean list) {}
