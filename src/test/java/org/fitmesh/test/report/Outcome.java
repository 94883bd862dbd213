package org.fitmesh.test.report;

/** What became of a test case. A skipped one proves nothing, so it is not green. */
enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
}
