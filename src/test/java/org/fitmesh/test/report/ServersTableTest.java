package org.fitmesh.test.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTableTest {
    private static final String PASSED = "<testcase name=\"%s\" classname=\"org.x.%s\"/>";
    private static final String FAILED =
            "<testcase name=\"%s\" classname=\"org.x.%s\"><failure message=\"&lt;testcase\"/></testcase>";
    private static final String SKIPPED =
            "<testcase name=\"%s\" classname=\"org.x.%s\"><skipped/></testcase>";

    @TempDir Path folder;

    @Test
    void theSameCasesThatAllPassAreGreen() throws IOException {
        report("payara", "AIT", PASSED, "one", PASSED, "two");
        report("payara", "BIT", PASSED, "one");
        report("liberty", "AIT", PASSED, "two", PASSED, "one");
        report("liberty", "BIT", PASSED, "one");

        assertThat(table().isGreen()).isTrue();
        assertThat(table().text())
                .isEqualTo(
                        """
                        test class                cases   payara  liberty
                        AIT                           2        2        2  green
                        BIT                           1        1        1  green
                        all                           3        3        3  green
                        """);
    }

    @Test
    void aFailedCaseIsRedAndNamed() throws IOException {
        report("payara", "AIT", PASSED, "one", PASSED, "two");
        report("liberty", "AIT", PASSED, "one", FAILED, "two");

        assertThat(table().isGreen()).isFalse();
        assertThat(table().text())
                .contains("AIT                           2        2        1  RED\n")
                .endsWith("RED\nliberty: AIT two: FAILED\n");
    }

    @Test
    void aSkippedCaseIsRed() throws IOException {
        report("payara", "AIT", SKIPPED, "one");
        report("liberty", "AIT", SKIPPED, "one");

        assertThat(table().isGreen()).isFalse();
        assertThat(table().text())
                .endsWith("payara: AIT one: SKIPPED\nliberty: AIT one: SKIPPED\n");
    }

    @Test
    void aCaseOrClassThatOneServerDidNotRunIsRed() throws IOException {
        report("payara", "AIT", PASSED, "one", PASSED, "one");
        report("payara", "BIT", PASSED, "one");
        report("liberty", "AIT", PASSED, "one");

        assertThat(table().isGreen()).isFalse();
        assertThat(table().text())
                .endsWith("liberty: AIT one #2: did not run\nliberty: BIT one: did not run\n");
    }

    @Test
    void aDrillIsAskedOfTheFirstServerAlone() throws IOException {
        report("payara", "AIT", PASSED, "one");
        report("payara", "DrillIT", PASSED, "one");
        report("liberty", "AIT", PASSED, "one");

        assertThat(table("DrillIT").isGreen()).isTrue();
        assertThat(table("DrillIT").text())
                .contains("DrillIT                       1        1        -  green\n");
        report("payara", "DrillIT", FAILED, "one");
        assertThat(table("DrillIT").isGreen()).isFalse();
    }

    @Test
    void aFolderWithoutReportsIsAFailure() throws IOException {
        report("payara", "AIT", PASSED, "one");
        Files.createDirectories(folder.resolve("liberty"));

        assertThatThrownBy(this::table)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("liberty");
    }

    private ServersTable table(String... drills) throws IOException {
        return new ServersTable(
                List.of(
                        ServerReports.read(folder.resolve("payara")),
                        ServerReports.read(folder.resolve("liberty"))),
                Set.of(drills));
    }

    private void report(String server, String testClass, String... cases) throws IOException {
        Files.createDirectories(folder.resolve(server));
        StringBuilder suite = new StringBuilder("<testsuite>");
        for (int i = 0; i < cases.length; i += 2) {
            suite.append(cases[i].formatted(cases[i + 1], testClass));
        }
        Files.writeString(
                folder.resolve(server).resolve("TEST-org.x." + testClass + ".xml"),
                suite.append("</testsuite>"));
    }
}
