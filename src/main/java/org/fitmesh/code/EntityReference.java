package org.fitmesh.code;

import java.util.List;

/**
 * An entity that Java code returned: what is read of it is the engine's business. In a reply it is
 * the value of a {@link com.fasterxml.jackson.databind.node.POJONode}.
 *
 * @param type see {@link CodeEntity#type}
 * @param key the texts of {@link CodeEntity#keyColumns}, in their order, as PostgreSQL reads them
 */
public record EntityReference(String type, List<String> key) {}
