package org.fitmesh.code;

import org.fitmesh.graphql.type.FieldDefinition;

/**
 * A field that Java code answers.
 *
 * @param definition under the names of the {@link CodeModel}
 * @param origin class and method, for whoever must find it
 */
public record CodeField(FieldDefinition definition, CodeAccess access, String origin) {}
