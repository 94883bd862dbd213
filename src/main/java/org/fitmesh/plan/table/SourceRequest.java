package org.fitmesh.plan.table;

import java.util.List;
import org.fitmesh.code.CodeEntity;
import org.fitmesh.graphql.operation.SelectedField;

/**
 * Fields of Java code that were selected on rows.
 *
 * @param keys under which the rows have the texts of the entity's key columns, in their order; they
 *     are taken out of the rows
 * @param fields those of the code; the rows keep a place for each
 * @param rows where the values of these fields have rows of tables
 */
public record SourceRequest(
        CodeEntity entity, List<String> keys, List<SelectedField> fields, CodeRows rows) {}
