package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;

/** What a mutation led to. */
sealed interface Outcome {
    /** How it ended, for the count. */
    String kind();

    /** It was done. */
    record Answered(JsonNode answer) implements Outcome {
        @Override
        public String kind() {
            return "answered";
        }
    }

    /** Nothing of it was done. */
    record Refused(Refusal refusal) implements Outcome {
        @Override
        public String kind() {
            return "refused: " + refusal;
        }
    }
}
