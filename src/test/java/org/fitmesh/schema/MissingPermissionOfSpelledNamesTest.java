package org.fitmesh.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.fitmesh.auth.Session;
import org.fitmesh.error.UnknownName;
import org.fitmesh.execute.KitchenDatabase;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.metadata.SourceCustomization;
import org.fitmesh.metadata.SourceCustomization.Affixes;
import org.fitmesh.naming.NamingConvention;
import org.fitmesh.schema.type.TypeOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a naming convention spells names, and types have something around theirs. */
class MissingPermissionOfSpelledNamesTest {
    @RegisterExtension static final KitchenDatabase database = new KitchenDatabase();

    private static RoleSchemas schemas;

    @BeforeAll
    static void build() throws IOException {
        SourceCustomization names =
                new SourceCustomization(
                        Optional.empty(),
                        new Affixes("", ""),
                        new Affixes("Our", "now"),
                        Optional.of(NamingConvention.GRAPHQL_DEFAULT));
        schemas =
                KitchenDatabase.schemas(
                        database.catalog(),
                        MetadataReader.read(KitchenDatabase.metadata()),
                        new RoleSchemas.Options(true, false, names, "default", TypeOptions.ALL));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    user | query_root | usersAggregate | the select permission of role 'user' on table 'public.users' does not allow aggregations
                    backend | mutation_root | updateSessions | the update permission of role 'backend' on table 'public.sessions' is backend_only, which needs the header x-hasura-use-backend-only-permissions: true
                    user | OurUsersNow | email | the role 'user' has no select permission for column 'email' of table 'public.users'
                    user | OurUsersNow | total_effort | the role 'user' has no select permission for computed field 'total_effort' of table 'public.users'
                    user | OurUsersMaxFieldsNow | email | the role 'user' has no select permission for column 'email' of table 'public.users'
                    coach | OurUsersNow | traineesAggregate | the select permission of role 'coach' on table 'public.users' does not allow aggregations
                    user | OurSessionsInsertInputNow | userId | the insert permission of role 'user' on table 'public.sessions' sets column 'user_id' itself
                    user | OurUsersSetInputNow | favourite | the update permission of role 'user' on table 'public.users' sets column 'favourite' itself
                    writer | OurSessionsUpdatesNow | _inc | the update permission of role 'writer' on table 'public.sessions' has no column that '_inc' takes
                    drafter | OurJournalMutationResponseNow | returning | the role 'drafter' has no select permission on table 'public.journal'
                    drafter | OurJournalOnConflictNow | where | the role 'drafter' has no select permission on table 'public.journal'
                    """)
    void namesThePermission(String role, String type, String field, String hint) {
        assertThat(missing(role).of(new UnknownName.Field(type, field)).orElse("none"))
                .isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    writer | mutation_root | updateSessions | _inc | the update permission of role 'writer' on table 'public.sessions' has no column that '_inc' takes
                    writer | mutation_root | updateKitchen | _deleteAtPath | the update permission of role 'writer' on table 'public.kitchen' has no column that '_deleteAtPath' takes
                    stranger | query_root | sessions | distinctOn | the select permission of role 'stranger' on table 'public.sessions' has no column that 'distinctOn' takes
                    stranger | OurUsersNow | sessions | distinctOn | the select permission of role 'stranger' on table 'public.sessions' has no column that 'distinctOn' takes
                    """)
    void namesThePermissionForAnArgument(
            String role, String type, String field, String argument, String hint) {
        Optional<String> told = missing(role).of(new UnknownName.Argument(type, field, argument));
        assertThat(told.orElse("none")).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    user | OurUsersSelectColumnNow | email | the role 'user' has no select permission for column 'email' of table 'public.users'
                    stranger | OurSessionsSelectColumnNow | userId | the role 'stranger' has no select permission for column 'user_id' of table 'public.sessions'
                    stranger | OurSessionsSelectColumnSessionsAggregateBoolExpBool_andArgumentsColumnsNow | done | the role 'stranger' has no select permission for column 'done' of table 'public.sessions'
                    coach | OurUsersUpdateColumnNow | name | the role 'coach' has no update permission on table 'public.users'
                    """)
    void namesThePermissionForAColumnInAnEnum(String role, String type, String value, String hint) {
        Optional<String> told = missing(role).of(new UnknownName.EnumValue(type, value));
        assertThat(told.orElse("none")).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource({
        "OurSessionsInsertInputNow,user_id",
        "users,email",
        "OrderBy,up",
        "OurOrderByNow,ASC"
    })
    void saysNothingOfWhatIsSpelledOtherwise(String type, String name) {
        assertThat(missing("user").of(new UnknownName.Field(type, name))).isEmpty();
        assertThat(missing("user").of(new UnknownName.EnumValue(type, name))).isEmpty();
    }

    private static MissingPermission missing(String role) {
        return new MissingPermission(
                role, schemas.of(role), schemas.of(role, true), schemas.of(Session.ADMIN));
    }
}
