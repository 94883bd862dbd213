package org.fitmesh.metadata;

import java.util.List;

/**
 * A role that has the permissions of others.
 *
 * @param name of the role itself
 * @param parents the roles that it inherits from, inherited ones among them
 */
public record InheritedRole(String name, List<String> parents) {}
