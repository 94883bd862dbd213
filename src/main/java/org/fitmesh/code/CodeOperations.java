package org.fitmesh.code;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The Java code of the application: what it offers, and how it is called. */
@ApplicationScoped
public class CodeOperations {

    /** What it offers. Made when first asked for; never fails. */
    public CodeModel model() {
        return CodeModel.NONE;
    }

    /**
     * Runs an operation of code fields alone, in this thread and its transaction.
     *
     * @param document GraphQL text; entities are leaves in it
     * @param variables those that the text uses, as the client gave them
     * @return {@code data}, with an {@link EntityReference} for each entity
     * @throws org.fitmesh.error.RequestException what a method threw, for the client to read; the
     *     path is that of the root field
     */
    public ObjectNode run(String document, ObjectNode variables) {
        throw new IllegalStateException("no code: " + document + variables);
    }

    /**
     * Runs the {@code @Source} methods of an entity.
     *
     * @param document whose one root field is the entity's {@link CodeEntity#sourceRoot}, under any
     *     response key
     * @param rows the entities to answer for; they are loaded with one statement
     * @return one element for each of the rows, in their order; null where there is no such entity
     *     any more
     * @throws org.fitmesh.error.RequestException as {@link #run}
     */
    public ArrayNode sources(String document, ObjectNode variables, List<EntityReference> rows) {
        throw new IllegalStateException("no code: " + document + variables + rows);
    }
}
