package org.fitmesh.code.run;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.SelectedField;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;

/** SmallRye's {@link Context}, for the methods that have a parameter of it. */
final class CallContext {
    /** Kept: finding it costs Payara a look into all jars. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private CallContext() {}

    /** Of the field that is fetched. The request is that of the engine, so it is empty here. */
    static Context of(DataFetchingEnvironment environment) {
        SmallRyeContext context = new SmallRyeContext("Fitmesh");
        JsonArray selected = selected(environment.getSelectionSet().getImmediateFields());
        context.setRequest(JsonValue.EMPTY_JSON_OBJECT);
        context.setDataFetchingEnvironment(environment);
        context.setArguments(environment.getArguments());
        context.setPath(environment.getExecutionStepInfo().getPath().toString());
        context.setExecutionId(environment.getExecutionId().toString());
        context.setFieldName(environment.getField().getName());
        context.setSource(environment.getSource());
        context.setSelectedFields(selected);
        context.setSelectedAndSourceFields(selected);
        String operation = environment.getOperationDefinition().getOperation().toString();
        context.setOperationType(operation);
        context.setRequestedOperationTypes(List.of(operation));
        context.setParentTypeName(GraphQLTypeUtil.simplePrint(environment.getParentType()));
        return context;
    }

    private static JsonArray selected(List<SelectedField> fields) {
        JsonArrayBuilder names = JSON.createArrayBuilder();
        for (SelectedField field : fields) {
            List<SelectedField> below = field.getSelectionSet().getImmediateFields();
            if (below.isEmpty()) {
                names.add(field.getName());
            } else {
                names.add(JSON.createObjectBuilder().add(field.getName(), selected(below)));
            }
        }
        return names.build();
    }
}
