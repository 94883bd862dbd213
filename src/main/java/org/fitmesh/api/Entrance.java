package org.fitmesh.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fitmesh.config.Settings;
import org.fitmesh.lifecycle.Lifecycle;
import org.fitmesh.lifecycle.RequestsUnderWay;

/**
 * What every request passes: browsers of other origins, and the count of the requests that a node
 * which stops waits for. While it stops, connections end with their answers: the next request goes
 * to another node.
 */
@Dependent
class Entrance {
    /** Of what is waited for. */
    private static final String API = "/v1/";

    private final Cors cors;
    private final RequestsUnderWay requests;

    @Inject
    Entrance(Settings settings, Lifecycle lifecycle) {
        this.cors = new Cors(settings.api().origins());
        this.requests = lifecycle.requests();
    }

    /** What answers a request. */
    @FunctionalInterface
    interface Inside {
        void answer() throws IOException, ServletException;
    }

    /** Lets a request in, unless it asks for nothing but that. */
    void pass(HttpServletRequest request, HttpServletResponse response, Inside inside)
            throws IOException, ServletException {
        String path = request.getServletPath();
        boolean ofApi = path.startsWith(API);
        if (ofApi && requests.areLast()) {
            response.setHeader("connection", "close");
        }
        if (cors.answers(request, response)) {
            return;
        }
        // A drain waits for all others.
        if (!ofApi || DrainServlet.PATH.equals(path)) {
            inside.answer();
            return;
        }
        RequestsUnderWay.Group group = requests.begin();
        try {
            inside.answer();
        } finally {
            group.ended();
        }
    }
}
