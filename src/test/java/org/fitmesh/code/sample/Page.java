package org.fitmesh.code.sample;

import java.util.List;

/** A generic object. */
public record Page<T>(List<T> rows, int total) {}
