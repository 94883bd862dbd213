package org.fitmesh.metadata;

/**
 * A part of the metadata that cannot be honoured and is left out of the schema.
 *
 * @param type Hasura's word for the object: {@code table}, {@code object_relation}, {@code
 *     remote_schema}, {@code select_permission}, …
 * @param name what it is called, with all that tells it from others, such as {@code
 *     sessions.workout}
 * @param reason one sentence that names the fix
 */
public record Inconsistency(String type, String name, String reason) {}
