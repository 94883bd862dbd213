package org.fitmesh.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLineTest {

    @ParameterizedTest
    @CsvSource({
        "2020-06-18T14:12:22.123456Z, 2020-06-18T14:12:22.123+0000",
        "2020-06-18T14:12:22.009999Z, 2020-06-18T14:12:22.009+0000",
        "2020-06-18T14:12:22.090Z, 2020-06-18T14:12:22.090+0000",
        "2020-06-18T14:12:23Z, 2020-06-18T14:12:23.000+0000",
        "2020-06-18T14:12:22.5Z, 2020-06-18T14:12:22.500+0000",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000+0000"
    })
    void aTimeIsWrittenAsHasuraDoes(Instant time, String text) {
        assertThat(LogLine.time(time)).isEqualTo(text);
        assertThat(LogLine.time(time)).isEqualTo(text);
    }
}
