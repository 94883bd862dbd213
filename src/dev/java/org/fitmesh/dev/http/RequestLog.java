package org.fitmesh.dev.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Counts the requests and keeps the last ones. */
final class RequestLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 500;

    private final Deque<Request> last = new ArrayDeque<>();
    private int count;

    synchronized void add(Request request) {
        count++;
        last.addLast(request);
        if (last.size() > KEPT) last.removeFirst();
    }

    synchronized void clear() {
        count = 0;
        last.clear();
    }

    synchronized int count() {
        return count;
    }

    synchronized List<Request> requests() {
        return List.copyOf(last);
    }

    /** {@code {"count": n, "requests": [{method, path, query, headers, body}]}}. */
    synchronized String toJson() {
        ObjectNode document = JSON.createObjectNode().put("count", count);
        ArrayNode requests = document.putArray("requests");
        for (Request request : last) {
            ObjectNode entry = requests.addObject();
            entry.put("method", request.method()).put("path", request.path());
            entry.put("query", request.query());
            ObjectNode headers = entry.putObject("headers");
            request.headers().forEach(headers::put);
            entry.put("body", request.body());
        }
        return document.toString();
    }
}
