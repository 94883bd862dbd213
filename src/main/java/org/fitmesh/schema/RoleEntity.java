package org.fitmesh.schema;

import org.fitmesh.code.CodeEntity;
import org.fitmesh.schema.access.RoleTable;

/**
 * A table whose rows Java code may return, as a role sees it.
 *
 * @param entity the class that stands for the table
 */
public record RoleEntity(CodeEntity entity, RoleTable table) {}
