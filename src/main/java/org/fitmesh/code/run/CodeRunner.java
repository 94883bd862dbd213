package org.fitmesh.code.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.schema.model.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dataloader.DataLoaderRegistry;
import org.fitmesh.code.schema.CodeSchema;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** Runs documents on a {@link CodeSchema}, in the calling thread. */
public final class CodeRunner {
    /** The limits of the engine apply: the document was made from one that is within them. */
    private static final ParserOptions UNLIMITED =
            ParserOptions.newParserOptions()
                    .maxCharacters(Integer.MAX_VALUE)
                    .maxTokens(Integer.MAX_VALUE)
                    .maxWhitespaceTokens(Integer.MAX_VALUE)
                    .maxRuleDepth(Integer.MAX_VALUE)
                    .captureIgnoredChars(false)
                    .captureLineComments(false)
                    .build();

    private final GraphQL graphql;
    private final List<BatchFetcher> batches;
    private final Failures failures;
    private final KeptDocuments documents;

    private CodeRunner(
            GraphQL graphql,
            List<BatchFetcher> batches,
            Failures failures,
            KeptDocuments documents) {
        this.graphql = graphql;
        this.documents = documents;
        this.batches = batches;
        this.failures = failures;
    }

    /** Empty when the schema has no operation. */
    public static Optional<CodeRunner> of(CodeSchema schema, Failures failures) {
        return schema.graphql().map(graphql -> of(schema.source(), graphql, failures));
    }

    private static CodeRunner of(Schema source, GraphQLSchema schema, Failures failures) {
        Fetchers fetchers = Fetchers.of(source, schema);
        KeptDocuments documents = new KeptDocuments();
        GraphQL graphql =
                GraphQL.newGraphQL(fetchers.schema())
                        .queryExecutionStrategy(new AsyncExecutionStrategy(ThrownError.HANDLER))
                        .mutationExecutionStrategy(
                                new AsyncSerialExecutionStrategy(ThrownError.HANDLER))
                        .preparsedDocumentProvider(documents)
                        .build();
        return new CodeRunner(graphql, fetchers.batches(), failures, documents);
    }

    /** The documents that were parsed and found valid. */
    public Cache<?, ?> documents() {
        return documents.cache();
    }

    /**
     * Runs a document.
     *
     * @param entities for the root field that hands them in; see {@code CodeEntity.sourceRoot}
     * @return {@code data}
     * @throws RequestException the first thing that failed
     */
    public ObjectNode run(String document, ObjectNode variables, List<?> entities) {
        ExecutionInput.Builder input =
                ExecutionInput.newExecutionInput(document)
                        .variables(Variables.of(variables))
                        .graphQLContext(
                                Map.of(
                                        ParserOptions.class,
                                        UNLIMITED,
                                        EntityFetcher.ENTITIES,
                                        entities));
        if (!batches.isEmpty()) {
            input.dataLoaderRegistry(loaders());
        }
        ExecutionResult result = executed(input.build());
        if (!result.getErrors().isEmpty()) {
            throw failures.first(result.getErrors());
        }
        return ResultJson.object(result.getData());
    }

    /** Of each execution its own: what they loaded is not to be seen by the next. */
    private DataLoaderRegistry loaders() {
        DataLoaderRegistry loaders = new DataLoaderRegistry();
        batches.forEach(batch -> loaders.register(batch.name(), batch.loader()));
        return loaders;
    }

    private ExecutionResult executed(ExecutionInput input) {
        try {
            return graphql.execute(input);
        } catch (RuntimeException | StackOverflowError e) {
            throw failures.told(e, ErrorPath.ROOT);
        }
    }
}
