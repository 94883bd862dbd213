package org.fitmesh.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.auth.Session;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.catalog.UniqueConstraint;
import org.fitmesh.code.CodeModel;
import org.fitmesh.config.RemotePermissions;
import org.fitmesh.error.UnknownName;
import org.fitmesh.metadata.ConfiguredValue;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.fitmesh.remote.RemoteAccess;
import org.fitmesh.remote.RemoteSchema;
import org.fitmesh.remote.TestTypes;
import org.fitmesh.schema.type.TypeOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where the source's customization gives names, a remote has fields and a permission lists some.
 */
class MissingPermissionOfNamesTest {
    private static final String METADATA =
            """
            version: 3
            sources:
              - name: default
                kind: postgres
                customization:
                  root_fields: {namespace: shop, prefix: my_}
                  type_names: {prefix: The_, suffix: _of_shop}
                tables:
                  - table: {schema: public, name: pens}
                    select_permissions:
                      - {role: buyer, permission: {columns: [colour], filter: {}}}
                      - {role: looker, permission: {columns: [id, colour], filter: {}, query_root_fields: [select]}}
                  - table: {schema: public, name: inks}
            """;

    private static RoleSchemas schemas;

    @BeforeAll
    static void build() throws IOException {
        Metadata metadata =
                MetadataReader.read(new ObjectMapper(new YAMLFactory()).readTree(METADATA));
        RoleSchemas.Options options =
                new RoleSchemas.Options(
                        true, false, metadata.customization(), "default", TypeOptions.ALL);
        RemoteSchema hygraph =
                new RemoteSchema(
                        new RemoteSchemaDefinition(
                                "hygraph",
                                new ConfiguredValue.Literal("http://localhost/"),
                                List.of(),
                                false,
                                Duration.ofSeconds(1)),
                        TestTypes.hygraph());
        schemas =
                RoleSchemas.build(
                        new RoleSchemas.Sources(
                                new Catalog(
                                        Map.of(
                                                TableName.inPublic("pens"), table("pens"),
                                                TableName.inPublic("inks"), table("inks")),
                                        Map.of(),
                                        Map.of()),
                                new RoleSchemas.Tracked(
                                        metadata.tables(), metadata.functions(), options),
                                Map.of("hygraph", hygraph),
                                new RemoteAccess(RemotePermissions.ENFORCED),
                                CodeModel.NONE,
                                metadata.roles()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    buyer  | query_root        | workouts      | the role 'buyer' has no permission for field 'workouts' of remote schema 'hygraph'
                    buyer  | The_shop_query_of_shop | my_inks       | the role 'buyer' has no select permission on table 'public.inks'
                    buyer  | The_shop_query_of_shop | my_pens_by_pk | the select permission of role 'buyer' on table 'public.pens' does not include the whole primary key
                    looker | The_shop_query_of_shop | my_pens_by_pk | the select permission of role 'looker' on table 'public.pens' leaves the field out of query_root_fields
                    buyer  | The_pens_of_shop  | id            | the role 'buyer' has no select permission for column 'id' of table 'public.pens'
                    buyer  | The_pens_bool_exp_of_shop | id    | the role 'buyer' has no select permission for column 'id' of table 'public.pens'
                    """)
    void namesThePermission(String role, String type, String field, String hint) {
        assertThat(missing(role).of(new UnknownName.Field(type, field))).contains(hint);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    stranger | query_root    | my_pens        | the role 'stranger' has no select permission on table 'public.pens'
                    buyer    | mutation_root | my_insert_pens | the role 'buyer' has no insert permission on table 'public.pens'
                    """)
    void namesThePermissionBelowANamespaceThatTheRoleHasNothingIn(
            String role, String root, String field, String hint) {
        assertThat(missing(role).of(new UnknownName.Field(root, "shop", Optional.of(field))))
                .contains(hint);
    }

    @ParameterizedTest
    @CsvSource({"workouts", "nothing"})
    void saysNothingOfWhatIsNotBelowTheNamespace(String field) {
        assertThat(
                        missing("stranger")
                                .of(
                                        new UnknownName.Field(
                                                "query_root", "shop", Optional.of(field))))
                .isEmpty();
    }

    private static MissingPermission missing(String role) {
        return new MissingPermission(
                role, schemas.of(role), schemas.of(role, true), schemas.of(Session.ADMIN));
    }

    private static Table table(String name) {
        PgType integer = type("int4");
        return new Table(
                TableName.inPublic(name),
                Table.Kind.TABLE,
                Map.of("id", column("id", integer), "colour", column("colour", type("text"))),
                List.of(new UniqueConstraint(name + "_pkey", List.of("id"), true)),
                List.of(),
                List.of(),
                false,
                false,
                true,
                true,
                true,
                Optional.empty());
    }

    private static Column column(String name, PgType type) {
        return new Column(name, type, Optional.empty(), true, false, true, true, Optional.empty());
    }

    private static PgType type(String name) {
        return PgType.builtIn(name);
    }
}
