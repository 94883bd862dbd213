package org.fitmesh.auth.caller;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the container know a caller. Once it is prepared, the container asks our {@link
 * LoginModule} for every request, which costs each some 50 microseconds on Payara: an application
 * that leaves nothing to the container does not pay for it.
 */
@ApplicationScoped
public class ContainerLogin {
    private static final String LAYER = "HttpServlet";

    private volatile List<String> registrations = List.of();

    /** Lets the container ask for callers from the next request on. */
    void prepare(ServletContext application) {
        if (registrations.isEmpty()) {
            register(application);
        }
    }

    void login(HttpServletRequest request, HttpServletResponse response, CallerRoles caller) {
        prepare(request.getServletContext());
        request.setAttribute(CallerRoles.ATTRIBUTE, caller);
        try {
            if (!request.authenticate(new WithoutCookies(response))) {
                throw new IllegalStateException("the container refused the caller");
            }
        } catch (IOException | ServletException e) {
            throw new IllegalStateException("the container could not take the caller", e);
        } finally {
            request.removeAttribute(CallerRoles.ATTRIBUTE);
        }
    }

    private synchronized void register(ServletContext application) {
        if (!registrations.isEmpty()) return;
        AuthConfigFactory factory = AuthConfigFactory.getFactory();
        registrations =
                contexts(application.getVirtualServerName(), application.getContextPath())
                        .map(
                                context ->
                                        factory.registerConfigProvider(
                                                new LoginProvider(), LAYER, context, "Fitmesh"))
                        .toList();
    }

    /** The path of the root is empty; Open Liberty asks for it with a slash. */
    private static Stream<String> contexts(String host, String path) {
        Stream<String> paths = path.isEmpty() ? Stream.of("", "/") : Stream.of(path);
        return paths.map(each -> host + " " + each);
    }

    /** The server outlives the application. */
    @PreDestroy
    void remove() {
        registrations.forEach(AuthConfigFactory.getFactory()::removeRegistration);
    }
}
