package org.fitmesh.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheLifetimeTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** An empty number of seconds is never. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                            |                               |",
                "max-age=600                 |                               | 600",
                "public, Max-Age=600         |                               | 600",
                "s-maxage=700                |                               | 700",
                "s-maxage=700, max-age=600   |                               | 600",
                "max-age=\"600\"             |                               | 600",
                "max-age=5                   |                               | 60",
                "max-age=0                   |                               | 60",
                "public, max-age=15, stale-while-revalidate=15 |             | 60",
                "no-cache                    |                               | 60",
                "no-store, max-age=600       |                               | 60",
                "must-revalidate             |                               | 60",
                "must-revalidate, max-age=600 |                              | 600",
                "max-age=9999999999          |                               | 9999999999",
                "max-age=99999999999999999999 |                              | 9999999999",
                "max-age=soon                |                               |",
                "private                     | Thu, 01 Jan 2026 00:10:00 GMT | 600",
                "                            | Thu, 01 Jan 2026 00:10:00 GMT | 600",
                "                            | Thu, 01 Jan 2015 00:10:00 GMT | 60",
                "                            | 0                             |",
                "max-age=600                 | Thu, 01 Jan 2026 01:00:00 GMT | 600"
            })
    void endsAsTheHeadersSay(String cacheControl, String expires, Long seconds) {
        Instant expected = seconds == null ? Instant.MAX : NOW.plusSeconds(seconds);
        assertThat(
                        CacheLifetime.end(
                                NOW,
                                Optional.ofNullable(cacheControl),
                                Optional.ofNullable(expires)))
                .isEqualTo(expected);
    }
}
