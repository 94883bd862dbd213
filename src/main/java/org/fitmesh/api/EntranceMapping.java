package org.fitmesh.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/**
 * Puts {@link EntranceFilter} in front of all servlets but one, those of a deploying team's jars
 * among them. A pattern of paths cannot leave one out, and a filter costs a query more than what it
 * does: Payara tells listeners of each, before and after.
 */
@WebListener
public class EntranceMapping implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        FilterRegistration.Dynamic filter = context.addFilter("entrance", EntranceFilter.class);
        filter.setAsyncSupported(true);
        String[] servlets =
                context.getServletRegistrations().keySet().stream()
                        .filter(name -> !GraphQLServlet.NAME.equals(name))
                        .toArray(String[]::new);
        filter.addMappingForServletNames(EnumSet.of(DispatcherType.REQUEST), false, servlets);
    }
}
