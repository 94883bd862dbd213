package org.fitmesh.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.plan.compile.CompiledStatement;
import org.fitmesh.plan.table.InsertStep;
import org.fitmesh.remote.JsonSlice;
import org.fitmesh.remote.RemoteDocument;

/** What is done for one root field, or for the root fields of one remote. */
public sealed interface RootPlan {
    /** How much memory it takes, in characters of the texts that it keeps. */
    int weight();

    /** A value known already: {@code __typename} of the root. */
    record Constant(String key, JsonSlice json) implements RootPlan {
        /** A text, which must need no escaping. */
        static Constant text(String key, String text) {
            byte[] json = ('"' + text + '"').getBytes(StandardCharsets.UTF_8);
            return new Constant(key, JsonSlice.of(json));
        }

        static Constant of(String key, JsonNode value) {
            return new Constant(
                    key, JsonSlice.of(value.toString().getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public int weight() {
            return json.length();
        }
    }

    /** {@code __schema} or {@code __type}. */
    record Introspection(SelectedField field) implements RootPlan {
        /** The texts of all introspection queries are about as long. */
        @Override
        public int weight() {
            return 2_000;
        }
    }

    /**
     * A statement that reads.
     *
     * @param repeatable whether it may be run again when its connection is lost; a {@code VOLATILE}
     *     function may have written
     */
    record Query(String key, CompiledStatement statement, boolean repeatable) implements RootPlan {
        @Override
        public int weight() {
            return statement.sql().text().length();
        }
    }

    /**
     * A statement that writes.
     *
     * @param answer a second statement that takes the first one's value and gives the answer
     * @param path where a violated constraint is reported
     */
    record Mutation(
            String key, CompiledStatement write, Optional<CompiledStatement> answer, ErrorPath path)
            implements RootPlan {
        @Override
        public int weight() {
            return write.sql().text().length() + answer.map(a -> a.sql().text().length()).orElse(0);
        }

        int statements() {
            return answer.isPresent() ? 2 : 1;
        }
    }

    /** Several writes in their order; their answers are a list. At least one. */
    record Mutations(String key, List<Mutation> parts) implements RootPlan {
        @Override
        public int weight() {
            return parts.stream().mapToInt(Mutation::weight).sum();
        }
    }

    /**
     * Rows of several tables, each step of which takes what those before have written.
     *
     * @param answer takes the rows of the root field and how many were written in all
     */
    record NestedInsert(String key, List<Step> steps, CompiledStatement answer)
            implements RootPlan {
        /**
         * A statement that answers how many rows it wrote, a list of lists with the values that
         * others need, and the rows of the root field; null where nobody needs them.
         *
         * @param rows how many rows it is to write
         * @param required how the request fails when there are less
         * @param path where a violated constraint is reported
         */
        public record Step(
                CompiledStatement write,
                int rows,
                Optional<InsertStep.Missing> required,
                ErrorPath path) {}

        @Override
        public int weight() {
            return answer.sql().text().length()
                    + steps.stream().mapToInt(s -> s.write().sql().text().length()).sum();
        }
    }

    /**
     * Fields of Java code.
     *
     * @param reply where the answers have rows; its children are the response keys
     */
    record Code(CodeDocument document, ReplyTree reply) implements RootPlan {
        @Override
        public int weight() {
            return document.text().length() + reply.weight();
        }
    }

    /** Fields of one remote, in one request. */
    record Remote(String remoteSchema, RemoteDocument document) implements RootPlan {
        @Override
        public int weight() {
            return document.query().length();
        }
    }
}
