package org.fitmesh.command;

import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.MetadataDocument;

/** Finds the event trigger that a command names. */
final class EventTriggerNames {
    private EventTriggerNames() {}

    /**
     * Where it is.
     *
     * @throws RequestException not-exists when it is nowhere
     */
    static MetadataDocument.Place find(MetadataDocument document, Arguments arguments) {
        String name = arguments.text("name");
        return document.eventTrigger(name)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        ErrorCode.NOT_EXISTS,
                                        "event trigger \"" + name + "\" does not exist",
                                        arguments.path().key("name")));
    }
}
