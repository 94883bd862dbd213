package org.fitmesh.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fitmesh.metadata.Inconsistency.Cause;
import org.junit.jupiter.api.Test;

/** What of a document is told although it is not served; what each is called is a HTTP case. */
class UnservedPartsTest {

    @Test
    void whatHasNoEffectInHasuraEitherIsNotTold() throws IOException {
        String document =
                """
                {"version": 3, "query_collections": [{"name": "kept"}],
                 "allowlist": [{"collection": "kept"}], "api_limits": {"disabled": false},
                 "metrics_config": {"analyze_response_body": true}, "custom_types": {"objects": []},
                 "network": {}, "opentelemetry": {"status": "disabled"}, "actions": [],
                 "sources": [{"name": "default", "tables": [], "stored_procedures": [],
                   "customization": {"naming_convention": "hasura-default"}}],
                 "remote_schemas": [{"name": "r", "definition": {"customization": {}},
                   "permissions": []}]}""";

        assertThat(unserved(document, Optional.of("false"))).isEmpty();
    }

    @Test
    void anAllowlistIsToldWhereItShouldBeEnforced() throws IOException {
        String document = "{\"version\": 3, \"allowlist\": [{\"collection\": \"kept\"}]}";

        assertThat(unserved(document, Optional.of("true")))
                .extracting(Inconsistency::type, Inconsistency::name, Inconsistency::cause)
                .containsExactly(tuple("allowlist", "kept", Cause.UNSERVED));
    }

    @Test
    void aNamingConventionIsToldWhereItsFeatureIsOff() throws IOException {
        String document =
                """
                {"version": 3, "sources": [{"name": "default", "tables": [],
                  "customization": {"naming_convention": "graphql-default"}}]}""";

        assertThat(unserved(document, Optional.of("inherited_roles, Naming_Convention"))).isEmpty();
        assertThat(unserved(document, Optional.of("inherited_roles")))
                .extracting(Inconsistency::type, Inconsistency::name, Inconsistency::cause)
                .containsExactly(tuple("naming_convention", "default", Cause.UNSERVED));
    }

    @Test
    void whatIsMalformedIsPassedOver() throws IOException {
        String document =
                """
                {"version": 3, "actions": {"name": "a"}, "cron_triggers": [5, {"name": 5}],
                 "network": [], "custom_types": 5, "remote_schemas": [5], "sources": [5]}""";

        assertThat(unserved(document, Optional.empty())).isEmpty();
    }

    private static List<Inconsistency> unserved(String document, Optional<String> setting)
            throws IOException {
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(document);
        return UnservedParts.of(new MetadataDocument(json), name -> setting);
    }
}
