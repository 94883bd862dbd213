package org.fitmesh.management.jmx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.fitmesh.auth.Session;
import org.fitmesh.command.MetadataCommands;

/** Runs commands of the metadata API for whoever uses JMX, who is an administrator. */
@ApplicationScoped
class Commands {
    private static final Logger LOG = System.getLogger(Commands.class.getName());
    private static final Session ADMIN =
            new Session(Session.ADMIN, Map.of("x-hasura-role", Session.ADMIN), true);

    @Inject private MetadataCommands commands;

    /** A command without arguments. */
    JsonNode run(String type) {
        return run(type, JsonNodeFactory.instance.objectNode());
    }

    /**
     * A command.
     *
     * @throws org.fitmesh.error.RequestException why it cannot be done
     */
    JsonNode run(String type, JsonNode args) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("type", type);
        request.set("args", args);
        LOG.log(Level.INFO, "by JMX: {0}", type);
        return commands.run(request, ADMIN);
    }
}
