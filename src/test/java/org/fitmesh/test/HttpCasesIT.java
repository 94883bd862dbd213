package org.fitmesh.test;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Runs every case file below {@code src/test/resources/cases}; see {@link HttpCaseFiles}. */
class HttpCasesIT {

    @TestFactory
    Stream<DynamicContainer> cases() throws IOException {
        return HttpCaseFiles.in("cases", () -> Fitmesh.running().api()).tests();
    }
}
