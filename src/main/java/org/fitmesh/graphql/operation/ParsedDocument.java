package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.AstPrinter;
import graphql.language.AstSignature;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.type.TypeSystem;

/**
 * A query text that was read once and is kept: immutable, and free of any schema, role or variable.
 */
public final class ParsedDocument {
    private final DocumentLimits limits;
    private final AbsentVariables absent;
    private final Map<String, FragmentDefinition> fragments;
    private final List<ParsedOperation> operations;

    /** An operation is written as selections alone. */
    private final boolean shorthand;

    private ParsedDocument(
            DocumentLimits limits,
            AbsentVariables absent,
            Map<String, FragmentDefinition> fragments,
            List<ParsedOperation> operations,
            boolean shorthand) {
        this.limits = limits;
        this.absent = absent;
        this.fragments = fragments;
        this.operations = operations;
        this.shorthand = shorthand;
    }

    /**
     * Reads a document. What is wrong with it whatever the schema is found here: syntax, size,
     * fragments that are unknown or form a cycle, variables that are not declared.
     *
     * @throws RequestException {@code validation-failed}; at {@code $.query} for syntax and size
     */
    public static ParsedDocument parse(String text, DocumentLimits limits) {
        return parse(text, limits, AbsentVariables.NULL);
    }

    /**
     * The same.
     *
     * @param absent what variables without a value are
     */
    public static ParsedDocument parse(String text, DocumentLimits limits, AbsentVariables absent) {
        boolean shorthand = TextGuard.check(text, limits);
        Document document = DocumentText.parse(text, limits);
        Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
        List<OperationDefinition> definitions = new ArrayList<>();
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition operation) {
                definitions.add(operation);
            } else if (definition instanceof FragmentDefinition fragment) {
                add(fragment, fragments);
            } else {
                throw DocumentText.invalid("not a valid graphql query")
                        .withHint("a type definition is not part of a query");
            }
        }
        DocumentSurvey survey = new DocumentSurvey(fragments, limits);
        List<ParsedOperation> operations = new ArrayList<>();
        for (OperationDefinition definition : definitions) {
            survey.check(definition);
            operations.add(ParsedOperation.of(definition, fragments));
        }
        return new ParsedDocument(limits, absent, fragments, List.copyOf(operations), shorthand);
    }

    /**
     * Validates one operation for one role and merges its fragments.
     *
     * @param operationName as the request names it; must be given when there are several
     * @param variables as the request gives them
     * @throws RequestException with Hasura's message and path
     */
    public Operation operation(
            TypeSystem types, Optional<String> operationName, ObjectNode variables) {
        ParsedOperation operation = choose(operationName);
        RequestVariables values = RequestVariables.check(operation, variables, absent);
        return new OperationReader(types, fragments, values, limits).read(operation);
    }

    /**
     * What {@link #operation} depends on besides the types and the text: with equal shapes it gives
     * equal operations. A shape of variables that are wrong equals no shape of right ones.
     *
     * @throws RequestException when there is no such operation
     */
    public VariableShape shape(
            TypeSystem types, Optional<String> operationName, ObjectNode variables) {
        return VariableShape.of(choose(operationName), types, variables);
    }

    /**
     * The kind of an operation.
     *
     * @throws RequestException when there is no such operation
     */
    public Operation.Kind kind(Optional<String> operationName) {
        return choose(operationName).kind();
    }

    /**
     * An operation's own name, if it has one.
     *
     * @throws RequestException when there is no such operation
     */
    public Optional<String> name(Optional<String> operationName) {
        return choose(operationName).name();
    }

    /**
     * The text of an operation with empty values in the places of its literals, and names that tell
     * nothing in those of its variables and aliases.
     *
     * @throws RequestException when there is no such operation
     */
    public String withoutValues(Optional<String> operationName) {
        ParsedOperation operation = choose(operationName);
        Document.Builder whole = Document.newDocument().definition(operation.definition());
        fragments.values().forEach(whole::definition);
        Document safe =
                new AstSignature().privacySafeQuery(whole.build(), operation.name().orElse(null));
        return AstPrinter.printAstCompact(safe);
    }

    private ParsedOperation choose(Optional<String> operationName) {
        if (operationName.isEmpty()) {
            return single();
        }
        if (shorthand) {
            throw failure(
                    "operationName cannot be used when an anonymous operation exists in the"
                            + " document");
        }
        for (ParsedOperation operation : operations) {
            if (operation.name().equals(operationName)) {
                return operation;
            }
        }
        throw failure("no such operation found in the document: \"" + operationName.get() + "\"");
    }

    private ParsedOperation single() {
        if (operations.size() == 1) {
            return operations.get(0);
        }
        throw failure(
                "exactly one operation has to be present in the document when operationName is not"
                        + " specified");
    }

    private static void add(
            FragmentDefinition fragment, Map<String, FragmentDefinition> fragments) {
        if (fragments.put(fragment.getName(), fragment) != null) {
            throw new RequestException(
                    ErrorCode.PARSE_FAILED,
                    "multiple definitions for fragment \"" + fragment.getName() + "\"",
                    ErrorPath.ROOT);
        }
    }

    private static RequestException failure(String message) {
        return new RequestException(ErrorCode.VALIDATION_FAILED, message, ErrorPath.ROOT);
    }
}
