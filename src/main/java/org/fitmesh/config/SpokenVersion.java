package org.fitmesh.config;

/** The version of Hasura whose dialect is spoken; clients and receivers may look at it. */
public final class SpokenVersion {
    /** As {@code /v1/version} tells it. */
    public static final String HASURA = "v2.48.0";

    private SpokenVersion() {}
}
