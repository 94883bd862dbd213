package org.fitmesh.code;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fitmesh.catalog.EntityKeys;
import org.fitmesh.code.run.Failures;
import org.postgresql.ds.PGSimpleDataSource;

/** Endpoints without a container. */
final class Sample {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private final CodeSource source;

    private Sample(CodeSource source) {
        this.source = source;
    }

    static Sample of(Class<?>... endpoints) {
        return new Sample(
                CodeSource.of(
                        Sample.class.getClassLoader(),
                        Set.of(endpoints),
                        entities(),
                        new Failures(List.of("java.lang.UnsupportedOperationException"))));
    }

    /**
     * Hasura Fit's endpoints are on the class path too, and no beans here: that is not looked at.
     */
    CodeModel model() {
        CodeModel model = source.model();
        return new CodeModel(
                model.types(),
                model.queries(),
                model.mutations(),
                model.entities(),
                model.inconsistencies().stream()
                        .filter(i -> !i.name().startsWith("org.fitmesh.fit."))
                        .toList());
    }

    CodeSource source() {
        return source;
    }

    String ask(String document) {
        return ask(document, "{}");
    }

    String ask(String document, String variables) {
        return source.run(document, json(variables), List.of()).toString();
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Nothing listens at the data source's address: the mappings must do. */
    private static EntityKeys entities() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});
        Map<String, Object> properties =
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", nowhere,
                        "jakarta.persistence.validation.mode", "none",
                        "eclipselink.weaving", "false",
                        "eclipselink.logging.level", "OFF");
        // Left open: the keys read the mappings as long as they are used.
        EntityManagerFactory factory =
                Persistence.createEntityManagerFactory("fitmesh", properties);
        return EntityKeys.read(factory);
    }
}
