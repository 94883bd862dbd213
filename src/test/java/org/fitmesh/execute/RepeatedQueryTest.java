package org.fitmesh.execute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.fitmesh.graphql.operation.DocumentLimits;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.plan.Planner;
import org.fitmesh.plan.Steps;
import org.fitmesh.schema.RoleSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What may be asked again when its connection is lost. */
class RepeatedQueryTest {
    @RegisterExtension static final KitchenDatabase database = new KitchenDatabase();

    @Test
    void tablesAndFunctionsThatOnlyReadAreAskedAgain() {
        assertThat(
                        isRepeatable(
                                "{ users { id } latest_session { id } search_sessions(args: {word:"
                                        + " \"a\"}) { id } search_sessions_aggregate(args: {word:"
                                        + " \"a\"}) { aggregate { count } } }"))
                .isTrue();
    }

    @Test
    void aFunctionThatMayHaveWrittenIsNot() {
        assertThat(isRepeatable("{ users { id } club_captains { id } }")).isFalse();
        assertThat(isRepeatable("{ club_captains_aggregate { aggregate { count } } }")).isFalse();
    }

    /** One statement for several requests is one transaction: see {@link SharedReads}. */
    @Test
    void aFunctionThatMaySetSomethingForItsTransactionIsKnown() {
        assertThat(callsFunctions("{ users { id sessions { id } } }")).isFalse();
        assertThat(callsFunctions("{ users { welcome } }")).isFalse();
        assertThat(callsFunctions("{ users_by_pk(id: \"a\") { total_effort } }")).isTrue();
        assertThat(callsFunctions("{ sessions { user { total_effort } } }")).isTrue();
        assertThat(callsFunctions("{ users_aggregate { nodes { total_effort } } }")).isTrue();
        assertThat(callsFunctions("{ latest_session { id } }")).isTrue();
        assertThat(callsFunctions("{ search_sessions(args: {word: \"a\"}) { id } }")).isTrue();
        assertThat(
                        callsFunctions(
                                "{ search_sessions_aggregate(args: {word: \"a\"}) { aggregate {"
                                        + " count } } }"))
                .isTrue();
        assertThat(callsFunctions("{ users(order_by: {total_effort: asc}) { id } }")).isTrue();
        assertThat(callsFunctions("{ users(where: {total_effort: {_gt: 1}}) { id } }")).isTrue();
    }

    private static boolean callsFunctions(String query) {
        return steps(query).queries().get(0).statement().callsFunctions();
    }

    private static boolean isRepeatable(String query) {
        return steps(query).repeatable();
    }

    private static Steps steps(String query) {
        RoleSchema schema = database.schema("admin");
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return Planner.plan(
                        schema,
                        false,
                        ParsedDocument.parse(query, DocumentLimits.DEFAULT)
                                .operation(schema.types(), Optional.empty(), none))
                .steps();
    }
}
