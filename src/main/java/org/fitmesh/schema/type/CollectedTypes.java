package org.fitmesh.schema.type;

import java.util.Map;
import java.util.Set;
import org.fitmesh.graphql.type.NamedType;

/**
 * Types that were collected, before the source's customization of their names.
 *
 * @param types by name
 * @param shared the names of those that all tables share
 * @param comparisonsOfEnums those that compare enums of tables: name to the enum's
 * @param clashes names that two different types among them have; the later one is there
 */
public record CollectedTypes(
        Map<String, NamedType> types,
        Set<String> shared,
        Map<String, String> comparisonsOfEnums,
        Set<String> clashes) {}
