package org.fitmesh.auth.caller;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Makes the container know a caller. Once it is prepared, the container asks our {@link
 * LoginModule} for every request, which costs each some 50 microseconds on Payara: an application
 * that leaves nothing to the container does not pay for it.
 */
@ApplicationScoped
public class ContainerLogin {
    private static final String LAYER = "HttpServlet";

    private volatile String registration;

    /** Lets the container ask for callers from the next request on. */
    void prepare(ServletContext application) {
        if (registration == null) {
            register(application);
        }
    }

    void login(HttpServletRequest request, HttpServletResponse response, CallerRoles caller) {
        prepare(request.getServletContext());
        request.setAttribute(CallerRoles.ATTRIBUTE, caller);
        try {
            if (!request.authenticate(response)) {
                throw new IllegalStateException("the container refused the caller");
            }
        } catch (IOException | ServletException e) {
            throw new IllegalStateException("the container could not take the caller", e);
        } finally {
            request.removeAttribute(CallerRoles.ATTRIBUTE);
        }
    }

    private synchronized void register(ServletContext application) {
        if (registration == null) {
            registration =
                    AuthConfigFactory.getFactory()
                            .registerConfigProvider(
                                    new LoginProvider(),
                                    LAYER,
                                    application.getVirtualServerName()
                                            + " "
                                            + application.getContextPath(),
                                    "Fitmesh");
        }
    }

    /** The server outlives the application. */
    @PreDestroy
    void remove() {
        if (registration != null) {
            AuthConfigFactory.getFactory().removeRegistration(registration);
        }
    }
}
