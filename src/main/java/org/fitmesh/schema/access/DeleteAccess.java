package org.fitmesh.schema.access;

import java.util.Optional;
import org.fitmesh.metadata.InputValidation;
import org.fitmesh.schema.filter.Filter;

/**
 * What a role may delete of a table.
 *
 * @param filter which rows may be deleted
 * @param backendOnly see {@link InsertAccess#backendOnly}
 * @param validation who is asked before
 */
public record DeleteAccess(
        Filter filter, boolean backendOnly, Optional<InputValidation> validation) {}
