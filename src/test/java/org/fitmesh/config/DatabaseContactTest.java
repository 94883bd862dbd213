package org.fitmesh.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

/** What connections tell of PostgreSQL. */
class DatabaseContactTest {
    private final DatabaseContact contact = new DatabaseContact();

    @Test
    void oneConnectionThatDoesNotAnswerWhileAnotherDoesTurnsNobodyAway() {
        long asked = System.nanoTime();
        contact.foundAnswering();
        contact.foundSilent(asked);
        assertThatCode(contact::require).doesNotThrowAnyException();
    }

    @Test
    void whenNoneHasAnsweredMeanwhileNobodyWaitsAsLongOnceMore() {
        contact.foundAnswering();
        contact.foundSilent(System.nanoTime() + 1);
        assertThatThrownBy(contact::require)
                .isInstanceOf(SQLTransientConnectionException.class)
                .hasMessageContaining("no connection in time");
    }
}
