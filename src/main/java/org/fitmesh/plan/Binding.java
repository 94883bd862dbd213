package org.fitmesh.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.PgType;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.VariableValues;
import org.fitmesh.schema.filter.Operand;

/**
 * The values of one request for the parameters of its plan, as text that PostgreSQL reads. Serves
 * one thread.
 */
public final class Binding {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode variables;
    private final Map<String, String> session;

    /** Made when first asked for: only writes tell the database who asks. */
    private String sessionJson;

    /**
     * @param variables as the client gave them
     * @param session session variables by name in lower case
     */
    public Binding(ObjectNode variables, Map<String, String> session) {
        this.variables = variables;
        this.session = session;
    }

    /**
     * The values of a statement's parameters.
     *
     * @param rows the rows that the statement before has written, or the keys of those that are
     *     asked for, where the plan says so; else null
     * @return one text for each parameter, null for SQL's null
     * @throws RequestException not-found for a missing session variable, parse-failed for a value
     *     that is not of its type
     */
    public String[] values(List<Parameter> parameters, String rows) {
        return valuesAfter(parameters, Written.rows(rows));
    }

    /** The same for a statement of a nested insert, which takes what those before have written. */
    public String[] valuesAfter(List<Parameter> parameters, Written written) {
        String[] values = new String[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(parameters.get(i), written);
        }
        return values;
    }

    private String value(Parameter parameter, Written written) {
        if (parameter instanceof Parameter.Value value) {
            return given(value);
        }
        if (parameter instanceof Parameter.Rows rows) {
            return rows(rows, written);
        }
        if (parameter instanceof Parameter.OfRow ofRow) {
            return written.keys().apply(ofRow.key());
        }
        if (parameter instanceof Parameter.AffectedRows) {
            return Integer.toString(written.count());
        }
        return parameter instanceof Parameter.SessionVariables ? sessionJson() : written.rows();
    }

    private String sessionJson() {
        if (sessionJson == null) {
            sessionJson = json(session);
        }
        return sessionJson;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String given(Parameter.Value value) {
        if (value.operand() instanceof Operand.SessionVariable variable) {
            return sessionVariable(variable.name());
        }
        Operand.Given given = (Operand.Given) value.operand();
        JsonNode json = resolve(given);
        if (value.encoding() == Encoding.JSON_PATH) {
            GivenValue.checkPath(json, given.path());
        }
        value.expected().ifPresent(expected -> GivenValue.check(json, expected, given.path()));
        return ParameterText.of(json, value.encoding());
    }

    private JsonNode resolve(Operand.Given given) {
        return new VariableValues(variables).resolve(given.source());
    }

    /** A value is written as it is where it has a parameter of its own, and so means the same. */
    private String rows(Parameter.Rows parameter, Written written) {
        ArrayNode rows = JSON.createArrayNode();
        for (Map<String, Operand.Given> object : parameter.objects()) {
            ObjectNode row = rows.addObject();
            object.forEach(
                    (name, given) -> {
                        PgType type = parameter.columns().get(name);
                        JsonNode json = resolve(given);
                        GivenValue.check(json, new ExpectedValue(type, false), given.path());
                        row.set(name, ParameterText.inRow(json, Encoding.of(type)));
                    });
        }
        for (int i = 0; i < parameter.ofRows().size(); i++) {
            ObjectNode row = (ObjectNode) rows.get(i);
            parameter
                    .ofRows()
                    .get(i)
                    .forEach((name, key) -> row.put(name, written.keys().apply(key)));
        }
        return json(rows);
    }

    private String sessionVariable(String name) {
        String value = session.get(name);
        if (value == null) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "missing session variable: \"" + name + "\"",
                    ErrorPath.ROOT);
        }
        return value;
    }
}
