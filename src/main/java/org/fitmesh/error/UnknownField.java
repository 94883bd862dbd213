package org.fitmesh.error;

/**
 * A field that a type does not have, for those who are told why.
 *
 * @param type name of the object or input type, as the role sees it
 * @param field what was asked for
 */
public record UnknownField(String type, String field) {}
