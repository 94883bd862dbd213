package org.fitmesh.fit.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                          | 0",
                "''                            | 0",
                "0                             | 0",
                "7                             | 7",
                "' 7 '                         | 7",
                "-7                            | 0",
                "soon                          | 0",
                "99999                         | 3600",
                "99999999999999999999          | 3600",
                "Sun, 22 Nov 2026 20:00:30 GMT | 30",
                "Sun, 22 Nov 2026 19:00:00 GMT | 0",
                "Mon, 23 Nov 2026 20:00:00 GMT | 3600"
            })
    void secondsOrADate(String header, long seconds) {
        assertThat(RetryAfter.read(header, CLOCK).toSeconds()).isEqualTo(seconds);
    }
}
