package org.fitmesh.testapp.caller;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.fitmesh.auth.Authenticator;
import org.fitmesh.auth.Identity;
import org.fitmesh.auth.RequestHeaders;
import org.fitmesh.auth.caller.CallerLogin;

/**
 * {@code GET /who}: what is known of the caller; {@code /who/login}: after a login with the
 * request's headers.
 */
@WebServlet({"/who", "/who/login", "/who/twice"})
public class WhoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient Authenticator authenticator;
    @Inject private transient CallerLogin login;
    @Inject private transient Witness witness;
    @Inject private transient Guarded guarded;
    @Inject private transient Ticker ticker;
    @Resource private transient ManagedExecutorService executor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getServletPath().endsWith("login")) {
            login.establish(request, response, identity(request));
        }
        if (request.getServletPath().endsWith("twice")) {
            login.establish(request, response, identity(request));
            login.establish(request, response, identity(request));
        }
        Map<String, String> all = new LinkedHashMap<>(witness.tell());
        all.put("for users", attempt(guarded::forUsers));
        all.put("for coaches", attempt(guarded::forCoaches));
        all.put("for all", attempt(guarded::forAll));
        all.put("timer", ticker.told());
        all.put("other thread", elsewhere());
        all.put("remote user", "" + request.getRemoteUser());
        all.put("http session", "" + (request.getSession(false) != null));
        all.put("connection", "" + request.getRemotePort());
        all.put("thread", Thread.currentThread().getName());
        response.setContentType("text/plain;charset=UTF-8");
        StringBuilder text = new StringBuilder();
        all.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        response.getWriter().write(text.toString());
    }

    private Identity identity(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, request.getHeader(name)));
        return authenticator.identify(RequestHeaders.of(headers));
    }

    private static String attempt(Supplier<String> call) {
        try {
            return call.get();
        } catch (EJBAccessException e) {
            return "refused";
        }
    }

    /** On a thread of the container that no request has. */
    private String elsewhere() {
        try {
            return executor.submit(() -> witness.tell() + " " + guarded.forAll()).get();
        } catch (Exception e) {
            return e.toString();
        }
    }
}
