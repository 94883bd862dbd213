package org.fitmesh.graphql.operation;

/** A part of a selection set after fragments were merged into it. */
public sealed interface Selection permits SelectedField, TypedSelection {}
