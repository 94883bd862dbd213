package org.fitmesh.execute;

import java.util.Map;
import org.fitmesh.remote.JsonSlice;

/** What is written to the client. */
public sealed interface Answer {

    /**
     * Data.
     *
     * @param fields JSON by response key, in the client's order
     */
    record Data(Map<String, JsonSlice> fields) implements Answer {}

    /**
     * A remote's own errors, passed on as they are.
     *
     * @param errors a JSON list
     */
    record RemoteErrors(JsonSlice errors) implements Answer {}
}
