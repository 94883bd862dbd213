package org.fitmesh.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "1                             | 1",
                "' 120 '                       | 120",
                "''                            | -",
                "0                             | -",
                "-5                            | -",
                "1.5                           | -",
                "86400                         | 86400",
                "86401                         | 86400",
                "99999999999999999999          | 86400",
                "999999999999999999            | 86400",
                "Sun, 22 Nov 2026 10:00:30 GMT | 30",
                "Sun, 22 Nov 2026 09:00:00 GMT | -",
                "Tue, 22 Nov 2033 10:00:00 GMT | 86400",
                "later                         | -"
            })
    void secondsOrADate(String value, Long seconds) {
        assertThat(RetryAfter.parse(value, NOW, Duration.ofDays(1)).map(Duration::toSeconds))
                .isEqualTo(Optional.ofNullable(seconds));
    }
}
