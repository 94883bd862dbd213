package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.fitmesh.metadata.Inconsistency;

/**
 * An object of the metadata, where it is written.
 *
 * @param owner what has it
 * @param key where in the owner it is, or the list that it is in
 * @param value the object itself
 * @param type Hasura's word for it
 * @param names what an {@link Inconsistency} may call it
 * @param title what Hasura calls it, to follow its type
 * @param definition what Hasura tells of it
 */
record WrittenObject(
        ObjectNode owner,
        String key,
        JsonNode value,
        String type,
        Set<String> names,
        String title,
        JsonNode definition) {

    /** Whether it is what an inconsistency is about. */
    boolean isMeant(Inconsistency one) {
        return type.equals(one.type()) && names.contains(one.name());
    }

    /** Takes it out; a list that is empty then goes too, but for the tables. */
    void remove() {
        if (!(owner.get(key) instanceof ArrayNode elements)) {
            owner.remove(key);
            return;
        }
        for (int i = elements.size() - 1; i >= 0; i--) {
            if (elements.get(i).equals(value)) {
                elements.remove(i);
            }
        }
        if (elements.isEmpty() && !"tables".equals(key) && !"sources".equals(key)) {
            owner.remove(key);
        }
    }
}
