package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A mutation of one root field, and what it must do. */
sealed interface Change permits Write, Addition {
    String text();

    Variables variables();

    /**
     * Is that what must be answered?
     *
     * @param answer empty: the database refused it
     */
    boolean matches(Reading before, Optional<JsonNode> answer);
}
