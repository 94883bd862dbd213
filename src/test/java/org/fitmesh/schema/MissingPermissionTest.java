package org.fitmesh.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.fitmesh.auth.Session;
import org.fitmesh.error.UnknownName;
import org.fitmesh.execute.KitchenDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingPermissionTest {
    @RegisterExtension static final KitchenDatabase database = new KitchenDatabase();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    stranger | query_root | users | the role 'stranger' has no select permission on table 'public.users'
                    user | query_root | users_aggregate | the select permission of role 'user' on table 'public.users' does not allow aggregations
                    user | mutation_root | delete_users | the role 'user' has no delete permission on table 'public.users'
                    user | mutation_root | insert_journal | the role 'user' has no insert permission on table 'public.journal'
                    coach | mutation_root | update_users_many | the role 'coach' has no update permission on table 'public.users'
                    drafter | mutation_root | insert_journal_one | the role 'drafter' has no select permission on table 'public.journal'
                    backend | mutation_root | update_sessions | the update permission of role 'backend' on table 'public.sessions' is backend_only, which needs the header x-hasura-use-backend-only-permissions: true
                    user | users | email | the role 'user' has no select permission for column 'email' of table 'public.users'
                    user | users_bool_exp | email | the role 'user' has no select permission for column 'email' of table 'public.users'
                    user | users | total_effort | the role 'user' has no select permission for computed field 'total_effort' of table 'public.users'
                    strong | users | sessions | the role 'strong' has no select permission on table 'public.sessions'
                    coach | users | trainees_aggregate | the select permission of role 'coach' on table 'public.users' does not allow aggregations
                    user | sessions_insert_input | user_id | the insert permission of role 'user' on table 'public.sessions' sets column 'user_id' itself
                    coach | users_set_input | name | the role 'coach' has no update permission for column 'name' of table 'public.users'
                    drafter | journal_mutation_response | returning | the role 'drafter' has no select permission on table 'public.journal'
                    drafter | journal_on_conflict | where | the role 'drafter' has no select permission on table 'public.journal'
                    user | users_insert_input | email | the insert permission of role 'user' on table 'public.users' sets column 'email' itself
                    user | users_set_input | email | the role 'user' has no update permission for column 'email' of table 'public.users'
                    user | users_set_input | favourite | the update permission of role 'user' on table 'public.users' sets column 'favourite' itself
                    user | mutation_root | touch_user | the role 'user' has no permission for function 'public.touch_user'
                    tagger | mutation_root | touch_user | the role 'tagger' has no select permission on table 'public.users'
                    user | query_root | club_captains | the role 'user' has no permission for function 'club.captains'
                    tagger | query_root | search_sessions | the role 'tagger' has no select permission on table 'public.sessions'
                    stranger | mutation_root | delete_users | the role 'stranger' has no delete permission on table 'public.users'
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
                    writer | mutation_root | update_sessions | _inc | the update permission of role 'writer' on table 'public.sessions' has no column that '_inc' takes
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
                    user | users_select_column | email | the role 'user' has no select permission for column 'email' of table 'public.users'
                    stranger | sessions_select_column_sessions_aggregate_bool_exp_bool_and_arguments_columns | done | the role 'stranger' has no select permission for column 'done' of table 'public.sessions'
                    coach | users_update_column | name | the role 'coach' has no update permission on table 'public.users'
                    user | users_update_column | email | the role 'user' has no update permission for column 'email' of table 'public.users'
                    user | users_update_column | favourite | the update permission of role 'user' on table 'public.users' sets column 'favourite' itself
                    stranger | sessions_update_column | slug | the role 'stranger' has no update permission on table 'public.sessions'
                    """)
    void namesThePermissionForAColumnInAnEnum(String role, String type, String value, String hint) {
        Optional<String> told = missing(role).of(new UnknownName.EnumValue(type, value));
        assertThat(told.orElse("none")).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource({"users_select_column,nothing", "users_constraint,users_pkey", "order_by,up"})
    void saysNothingOfEnumValuesThatAreNotAColumnsName(String type, String value) {
        assertThat(missing("user").of(new UnknownName.EnumValue(type, value))).isEmpty();
    }

    @Test
    void namesWhatJavaCodeAsksFor() {
        MissingPermission missing = missing(database.schemasWithCode(), "stranger");

        assertThat(missing.of(new UnknownName.Field("query_root", "code_me")))
                .contains("the role 'stranger' may not call the Java code behind 'code_me'");
        assertThat(missing.of(new UnknownName.Field("mutation_root", "code_train")))
                .contains("the role 'stranger' may not call the Java code behind 'code_train'");
    }

    @ParameterizedTest
    @CsvSource({"query_root,nothing", "users,nothing", "nothing,id", "users_bool_exp,nothing"})
    void saysNothingOfWhatTheAdministratorLacksToo(String type, String field) {
        assertThat(missing("user").of(new UnknownName.Field(type, field))).isEmpty();
    }

    private static MissingPermission missing(String role) {
        return missing(database.schemas(), role);
    }

    private static MissingPermission missing(RoleSchemas schemas, String role) {
        return new MissingPermission(
                role, schemas.of(role), schemas.of(role, true), schemas.of(Session.ADMIN));
    }
}
