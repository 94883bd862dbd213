package org.fitmesh.fit.hygraph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What became of a request to Hygraph. */
public sealed interface HygraphReply {
    /**
     * A GraphQL reply with data, be it for some fields only.
     *
     * @param data an object with the aliases
     * @param errors a list, empty when there are none
     */
    record Data(JsonNode data, JsonNode errors) implements HygraphReply {}

    /**
     * Nothing was done, or nobody knows what.
     *
     * @param reason for the log, without secrets
     * @param rejected whether Hygraph read the request and did not want it
     * @param retryAfter what it asked for; zero when it did not
     */
    record Failure(String reason, boolean rejected, Duration retryAfter) implements HygraphReply {}
}
