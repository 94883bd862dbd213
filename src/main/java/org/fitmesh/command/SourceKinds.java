package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.SQLException;
import java.util.Set;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** Commands that tell what a source may be, and what is in the one that is served. */
final class SourceKinds {
    private static final String POSTGRES = "pg";
    private static final Set<String> NATIVE = Set.of(POSTGRES, "postgres");

    private SourceKinds() {}

    /** {@code list_source_kinds}: PostgreSQL alone. */
    static JsonNode list(Call call, Work work) {
        ArrayNode kinds = Answers.list();
        kinds.addObject()
                .put("kind", POSTGRES)
                .put("builtin", true)
                .put("available", true)
                .put("display_name", POSTGRES);
        return Answers.object().set("sources", kinds);
    }

    /** {@code get_source_kind_capabilities}: only data connectors have some, and there are none. */
    static JsonNode capabilities(Call call, Work work) {
        String name = call.arguments().text("name");
        String message =
                NATIVE.contains(name)
                        ? name + " does not support Capabilities"
                        : "Source Kind " + name + " was not found";
        throw new RequestException(ErrorCode.NOT_SUPPORTED, message, call.path())
                .withCodeText("data-connector-error");
    }

    /** {@code get_source_tables}: tables and views of the database, tracked or not. */
    static JsonNode tables(Call call, Work work) throws SQLException {
        call.arguments();
        ArrayNode tables = Answers.list();
        for (TableName table : work.catalog().tables().keySet()) {
            tables.addObject().put("name", table.name()).put("schema", table.schema());
        }
        return tables;
    }
}
