package org.fitmesh.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose rows are whose. */
class AnswerRowsTest {
    @RegisterExtension static final KitchenDatabase database = new KitchenDatabase();

    @Test
    void eachGetsTheRowsWithItsNumber() throws SQLException {
        assertThat(rows("(0, 'a'), (0, 'b'), (2, 'c'), (3, 'd')", 4))
                .containsExactly(List.of("a", "b"), List.of(), List.of("c"), List.of("d"));
    }

    @Test
    void whoTakesOnlyTheFirstRowLeavesTheOthersToNobody() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = result(statement, "(0, 'a'), (0, 'b'), (1, 'c')")) {
            AnswerRows rows = AnswerRows.ofFirst(result);
            assertThat(rows.next()).isTrue();
            rows.ofNext();
            assertThat(rows.next()).isTrue();
            assertThat(text(rows)).isEqualTo("c");
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void rowsInAnotherOrderAreRefused() {
        assertThatThrownBy(() -> rows("(1, 'a'), (0, 'b')", 2))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("a row for request 0 came after those of 1");
    }

    private static List<List<String>> rows(String values, int requests) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = result(statement, values)) {
            AnswerRows rows = AnswerRows.ofFirst(result);
            List<List<String>> all = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                List<String> own = new ArrayList<>();
                while (rows.next()) {
                    own.add(text(rows));
                }
                all.add(own);
                rows.ofNext();
            }
            return all;
        }
    }

    private static ResultSet result(Statement statement, String values) throws SQLException {
        return statement.executeQuery("select * from (values " + values + ") v");
    }

    private static String text(AnswerRows rows) throws SQLException {
        return new String(rows.bytes(1), StandardCharsets.UTF_8);
    }
}
