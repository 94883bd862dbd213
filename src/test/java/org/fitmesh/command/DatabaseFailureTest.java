package org.fitmesh.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.fitmesh.error.RequestException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors of commands for what PostgreSQL refuses. */
class DatabaseFailureTest {
    @ParameterizedTest
    @CsvSource({
        "25006, postgres-error, the database is read-only",
        "55P03, busy, another transaction holds a lock that this command needs",
        "40P01, busy, another transaction holds a lock that this command needs",
        "42501, postgres-error, the database user may not do that",
        "08006, postgres-error, connection error",
        "57P01, postgres-error, connection error",
        "42601, unexpected, database query error",
    })
    void hasACodeAndSaysNothingOfTheStatement(String state, String code, String message) {
        RequestException failure = DatabaseFailure.of(new SQLException("secret", state));

        assertThat(failure.code().text()).isEqualTo(code);
        assertThat(failure).hasMessage(message);
    }
}
