package org.fitmesh.error;

import java.util.Optional;

/**
 * A request that cannot be answered, in the words that the client will read. It carries no stack
 * trace: it describes the request, not the place in the code, and is thrown often under bad input.
 */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String codeText;
    private final transient ErrorPath path;
    private final transient Optional<String> hint;
    private final transient Optional<String> internalJson;
    private final transient Optional<UnknownField> unknownField;

    private RequestException(
            ErrorCode code,
            String codeText,
            String message,
            ErrorPath path,
            Optional<String> hint,
            Optional<String> internalJson,
            Optional<UnknownField> unknownField,
            Throwable cause) {
        super(message, cause, false, false);
        this.code = code;
        this.codeText = codeText;
        this.path = path;
        this.hint = hint;
        this.internalJson = internalJson;
        this.unknownField = unknownField;
    }

    /** A failure without hint; the message is what the client reads, so it must hold no secret. */
    public RequestException(ErrorCode code, String message, ErrorPath path) {
        this(
                code,
                code.text(),
                message,
                path,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                null);
    }

    /** The same failure with a sentence that says how to mend it ({@code extensions.hint}). */
    public RequestException withHint(String text) {
        return new RequestException(
                code,
                codeText,
                getMessage(),
                path,
                Optional.of(text),
                internalJson,
                unknownField,
                getCause());
    }

    /**
     * The same failure with what only an administrator may see ({@code extensions.internal}).
     *
     * @param json a JSON value as text
     */
    public RequestException withInternal(String json) {
        return new RequestException(
                code,
                codeText,
                getMessage(),
                path,
                hint,
                Optional.of(json),
                unknownField,
                getCause());
    }

    /** The same failure, remembering for the log what raised it; the client never sees it. */
    public RequestException causedBy(Throwable reason) {
        return new RequestException(
                code, codeText, getMessage(), path, hint, internalJson, unknownField, reason);
    }

    /**
     * The same failure with a code of the application's own ({@code extensions.code}); {@link
     * #code()} stays what it was.
     */
    public RequestException withCodeText(String text) {
        return new RequestException(
                code, text, getMessage(), path, hint, internalJson, unknownField, getCause());
    }

    /** The same failure, with what it is that the type lacks; the client is not told of it. */
    public RequestException withUnknownField(UnknownField field) {
        return new RequestException(
                code,
                codeText,
                getMessage(),
                path,
                hint,
                internalJson,
                Optional.of(field),
                getCause());
    }

    public ErrorCode code() {
        return code;
    }

    /** The code as the client reads it. */
    public String codeText() {
        return codeText;
    }

    public ErrorPath path() {
        return path;
    }

    public Optional<String> hint() {
        return hint;
    }

    /** A JSON value as text, for administrators only. */
    public Optional<String> internalJson() {
        return internalJson;
    }

    /** Which field the type does not have, where that is what is wrong. */
    public Optional<UnknownField> unknownField() {
        return unknownField;
    }
}
