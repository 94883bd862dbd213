package org.fitmesh.auth.caller;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Tells the container the roles of the application's beans. It looks for annotations on EJBs and
 * servlets only, and {@code isCallerInRole} says no to a role that it does not know.
 */
@WebListener
public class RoleDeclaration implements ServletContextListener {
    @Inject private DeclaredRoles declared;
    @Inject private ContainerLogin container;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (!declared.isContainerAsked()) {
            return;
        }
        event.getServletContext().declareRoles(declared.roles().toArray(String[]::new));
        // In time: a caller who logs in with the request that registers is not wholly known.
        container.prepare(event.getServletContext());
    }
}
