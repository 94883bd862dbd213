package org.fitmesh.code.sample;

/** An object that is no entity, to which methods add fields. */
public record Author(String name) {}
