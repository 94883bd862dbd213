package org.fitmesh.execute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fitmesh.error.RequestException;
import org.fitmesh.plan.Plan;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.telemetry.trace.Traces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The SQL of each feature, as text and for real. {@code -Dgolden.update=true} writes the statements
 * of now into the files; read what changed before you commit it.
 */
class SqlCasesTest {

    /** A value between double quotes with no escapes but those of quotes and backslashes. */
    private static final Pattern ESCAPED_QUOTES =
            Pattern.compile("(?m)^( *+(?:- |\\w++: ))\"((?:[^\"\\\\]++|\\\\[\"\\\\])*+)\"$");

    @RegisterExtension static final KitchenDatabase database = new KitchenDatabase();

    @BeforeAll
    static void updateWhenAsked() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            update();
        }
    }

    @TestFactory
    Stream<DynamicContainer> statementsAreAsWritten() throws IOException {
        return eachCase(
                c -> {
                    Plan plan = c.plan(database);
                    assertThat(written(c.statements(plan)))
                            .isEqualTo(written(c.node().path("statements")));
                    if (c.node().has("documents")) {
                        assertThat(written(c.documents(plan)))
                                .isEqualTo(written(c.node().get("documents")));
                    }
                });
    }

    @TestFactory
    Stream<DynamicContainer> postgresAnswers() throws IOException {
        return eachCase(SqlCasesTest::compareAnswer);
    }

    @TestFactory
    Stream<DynamicContainer> oneStatementAnswersSeveral() throws IOException {
        return eachCase(SqlCasesTest::compareAmongOthers);
    }

    private static void compareAmongOthers(SqlCase c) {
        if (c.node().has("error")) {
            return;
        }
        try (Connection connection = database.connect()) {
            for (RootPlan.Query query : c.plan(database).steps().queries()) {
                byte[] alone = TableAnswers.of(query, connection, c.binding());
                assertThat(TableAnswers.amongOthers(query, connection, c.binding(), c.binding()))
                        .isEqualTo(alone);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compareAnswer(SqlCase c) {
        String answer = answer(c);
        if (c.node().has("error")) {
            assertThat(answer).isEqualTo(c.node().get("error").textValue());
        } else if (c.node().has("answer")) {
            assertThat(answer)
                    .isEqualTo(SqlCase.json(c.node().get("answer").textValue()).toString());
        } else {
            assertThat(answer).startsWith("{");
        }
    }

    /** The answer as JSON, or the error; whatever was written is undone. */
    private static String answer(SqlCase c) {
        Plan plan = c.plan(database);
        ObjectNode answer = SqlCase.JSON.createObjectNode();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Statements statements = new Statements(connection, c.binding(), new Traces());
            plan.steps().inOrder().forEach(step -> run(step, c, statements, answer));
            connection.rollback();
            return answer.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (RequestException e) {
            return e.code().text() + " at " + e.path().text() + ": " + e.getMessage();
        }
    }

    private static void run(RootPlan step, SqlCase c, Statements statements, ObjectNode answer) {
        if (step instanceof RootPlan.Query query) {
            answer.set(query.key(), SqlCase.json(statements.query(query).toString()));
        } else if (step instanceof RootPlan.Mutation mutation) {
            answer.set(mutation.key(), SqlCase.json(statements.mutate(mutation).toString()));
        } else if (step instanceof RootPlan.Mutations mutations) {
            answer.set(mutations.key(), json(statements.mutate(mutations)));
        } else if (step instanceof RootPlan.NestedInsert nested) {
            answer.set(nested.key(), json(new NestedInsertRun(statements).run(nested)));
        } else if (step instanceof RootPlan.Code code) {
            ObjectNode reply = c.reply();
            new ReplyRows(statements::byKeys).fill(reply, code.reply());
            answer.setAll(reply);
        } else {
            RootPlan.Constant constant = (RootPlan.Constant) step;
            answer.set(constant.key(), json(constant.json().text()));
        }
    }

    private static JsonNode json(byte[] text) {
        return SqlCase.json(new String(text, StandardCharsets.UTF_8));
    }

    private static String written(JsonNode node) {
        try {
            return SqlCase.YAML.writeValueAsString(node);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<DynamicContainer> eachCase(Consumer<SqlCase> test) throws IOException {
        List<DynamicContainer> containers = new ArrayList<>();
        for (Path file : SqlCase.files()) {
            Stream<DynamicTest> tests =
                    SqlCase.in(file).stream()
                            .map(c -> DynamicTest.dynamicTest(c.name(), () -> test.accept(c)));
            containers.add(DynamicContainer.dynamicContainer(file.getFileName().toString(), tests));
        }
        assertThat(containers).isNotEmpty();
        return containers.stream();
    }

    private static void update() throws IOException {
        for (Path file : SqlCase.files()) {
            StringBuilder text = new StringBuilder();
            for (SqlCase c : SqlCase.in(file)) {
                text.append(text.isEmpty() ? "" : "\n");
                text.append(written(SqlCase.YAML.createArrayNode().add(updated(c))));
            }
            Files.writeString(file, singleQuoted(text.toString()));
        }
    }

    private static ObjectNode updated(SqlCase c) {
        ObjectNode node = c.node().deepCopy();
        for (String text : List.of("query", "variables", "reply", "answer")) {
            if (node.has(text)) {
                // a line of its own needs no quotes
                node.put(text, node.get(text).textValue().strip() + "\n");
            }
        }
        Plan plan = c.plan(database);
        JsonNode documents = c.documents(plan);
        if (!documents.isEmpty()) {
            node.set("documents", documents);
        }
        node.set("statements", c.statements(plan));
        return node;
    }

    /** Texts that are full of quotes read better between single ones. */
    private static String singleQuoted(String yaml) {
        return ESCAPED_QUOTES
                .matcher(yaml)
                .replaceAll(
                        found -> {
                            String text = found.group(2).replaceAll("\\\\([\"\\\\])", "$1");
                            return Matcher.quoteReplacement(
                                    found.group(1) + "'" + text.replace("'", "''") + "'");
                        });
    }
}
