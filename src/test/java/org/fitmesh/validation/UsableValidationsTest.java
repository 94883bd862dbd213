package org.fitmesh.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.InputValidation;
import org.fitmesh.metadata.InsertPermission;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.metadata.TrackedTable;
import org.junit.jupiter.api.Test;

class UsableValidationsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<String, String> SETTINGS =
            Map.of("HOOK", "http://hook", "KEY", "secret", "BROKEN", "a\nb");

    @Test
    void aPermissionWhoseHandlerCannotBeAskedGivesNothing() throws IOException {
        UsableValidations.Usable usable =
                UsableValidations.of(
                        metadata(
                                        """
                                        insert_permissions:
                                          - {role: none, permission: {check: {}}}
                                          - {role: good, permission: {check: {}, validate_input: {type: http, definition: {url: "{{HOOK}}/a", headers: [{name: k, value_from_env: KEY}]}}}}
                                          - {role: unset, permission: {check: {}, validate_input: {type: http, definition: {url: "{{NONE}}/a"}}}}
                                          - {role: no-url, permission: {check: {}, validate_input: {type: http, definition: {url: "{{KEY}}"}}}}
                                        update_permissions:
                                          - {role: unset, permission: {columns: [], filter: {}, validate_input: {type: http, definition: {url: "{{HOOK}}", headers: [{name: k, value_from_env: NONE}]}}}}
                                        delete_permissions:
                                          - {role: broken, permission: {filter: {}, validate_input: {type: http, definition: {url: "{{HOOK}}", headers: [{name: k, value_from_env: BROKEN}]}}}}
                                          - {role: host, permission: {filter: {}, validate_input: {type: http, definition: {url: "{{HOOK}}", headers: [{name: Host, value: x}]}}}}
                                        """)
                                .tables(),
                        UsableValidationsTest::setting);

        TrackedTable table = usable.tables().get(0);
        assertThat(table.insertPermissions())
                .extracting(InsertPermission::role)
                .containsExactly("none", "good");
        assertThat(table.updatePermissions()).isEmpty();
        assertThat(table.deletePermissions()).isEmpty();
        String handler = ": the handler of its \"validate_input\" ";
        assertThat(usable.inconsistencies())
                .extracting(i -> i.type() + " " + i.name() + ": " + i.reason())
                .containsExactly(
                        "insert_permission t of role unset"
                                + handler
                                + "needs the setting NONE, which is not set",
                        "insert_permission t of role no-url"
                                + handler
                                + "has an address that is not an absolute http or https URL: {{KEY}}",
                        "update_permission t of role unset"
                                + handler
                                + "needs the setting NONE, which is not set",
                        "delete_permission t of role broken"
                                + handler
                                + "has a control character in the header k",
                        "delete_permission t of role host"
                                + handler
                                + "has the header Host, which the HTTP client sets itself");
        assertThat(usable.inconsistencies().get(0).cause()).isEqualTo(Inconsistency.Cause.UNSET);
    }

    @Test
    void configuredHeadersWinOverThoseOfTheClient() throws IOException {
        InputWebhook webhook = webhook(true);

        assertThat(
                        webhook.headers(
                                Map.of(
                                        "Authorization", "Bearer of client",
                                        "X-KEY", "of client",
                                        "Host", "fitmesh",
                                        "X-Hasura-Admin-Secret", "of client")))
                .containsOnlyKeys("authorization", "x-key", "x-forwarded-host", "user-agent")
                .containsEntry("authorization", "Bearer of client")
                .containsEntry("x-key", "secret")
                .containsEntry("x-forwarded-host", "fitmesh");
        assertThat(webhook(false).headers(Map.of("authorization", "Bearer of client")))
                .containsOnlyKeys("x-key", "user-agent");
        assertThat(webhook).asString().doesNotContain("secret").doesNotContain("http://hook");
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(SETTINGS.get(name));
    }

    private static InputWebhook webhook(boolean forward) throws IOException {
        Metadata metadata =
                metadata(
                        """
                        delete_permissions:
                          - {role: a, permission: {filter: {}, validate_input: {type: http, definition: {url: "{{HOOK}}", forward_client_headers: %s, headers: [{name: X-Key, value_from_env: KEY}]}}}}
                        """
                                .formatted(forward));
        InputValidation definition =
                metadata.tables().get(0).deletePermissions().get(0).validation().orElseThrow();
        return InputWebhook.of(definition, UsableValidationsTest::setting);
    }

    private static Metadata metadata(String permissions) throws IOException {
        String document =
                "version: 3\nsources:\n  - name: default\n    tables:\n      - table: t\n"
                        + permissions.indent(8);
        Metadata metadata = MetadataReader.read(YAML.readTree(document));
        assertThat(metadata.inconsistencies()).isEmpty();
        return metadata;
    }
}
