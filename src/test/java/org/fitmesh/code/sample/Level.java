package org.fitmesh.code.sample;

import org.eclipse.microprofile.graphql.Description;

/** An enum. */
@Description("How hard it is")
public enum Level {
    EASY,
    HARD
}
