package org.fitmesh.graphql.type;

import java.util.Optional;

/**
 * One value of an enum.
 *
 * @param deprecation the reason, when the value is deprecated
 * @param key what planning calls the value; its name, unless a naming convention spells that
 */
public record EnumValue(
        String name, Optional<String> description, Optional<String> deprecation, String key) {

    /** A value that is called by its name. */
    public EnumValue(String name, Optional<String> description, Optional<String> deprecation) {
        this(name, description, deprecation, name);
    }
}
