package org.fitmesh.remote;

/** CDI event: the remote schema of that name arrived, or has other types than before. */
public record RemoteSchemaChanged(String name) {}
