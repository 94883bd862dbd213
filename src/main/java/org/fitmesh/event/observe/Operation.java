package org.fitmesh.event.observe;

import java.lang.annotation.Annotation;
import org.fitmesh.event.change.Deleted;
import org.fitmesh.event.change.Inserted;
import org.fitmesh.event.change.Updated;

/** What can happen to a row; the names are those of PostgreSQL's {@code TG_OP}. */
public enum Operation {
    INSERT(Inserted.Literal.INSTANCE),
    UPDATE(Updated.Literal.INSTANCE),
    DELETE(Deleted.Literal.INSTANCE);

    private final Annotation qualifier;

    Operation(Annotation qualifier) {
        this.qualifier = qualifier;
    }

    Annotation qualifier() {
        return qualifier;
    }
}
