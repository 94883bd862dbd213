package org.fitmesh.catalog;

import java.util.List;

/** A primary key or unique constraint, with its columns in order. */
public record UniqueConstraint(String name, List<String> columns, boolean primary) {}
