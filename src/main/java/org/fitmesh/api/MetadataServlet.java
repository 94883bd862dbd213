package org.fitmesh.api;

import jakarta.servlet.annotation.WebServlet;
import org.fitmesh.command.CommandSet;

/** {@code POST /v1/metadata}: changes and shows the metadata. */
@WebServlet(name = "metadata", urlPatterns = "/v1/metadata")
public class MetadataServlet extends CommandServlet {
    private static final long serialVersionUID = 1L;

    /** Made by the container. */
    public MetadataServlet() {
        super(CommandSet.METADATA, "send {\"type\": \"export_metadata\", \"args\": {}}");
    }
}
