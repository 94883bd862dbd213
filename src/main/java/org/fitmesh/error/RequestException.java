package org.fitmesh.error;

import java.util.Optional;

/**
 * A request that cannot be answered, in the words that the client will read. It carries no stack
 * trace: it describes the request, not the place in the code, and is thrown often under bad input.
 */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient ErrorPath path;
    private final transient Extras extras;

    /**
     * What not every failure has.
     *
     * @param codeText a code of the application's own
     */
    private record Extras(
            Optional<String> codeText,
            Optional<String> hint,
            Optional<String> internalJson,
            Optional<UnknownName> unknownName) {
        static final Extras NONE =
                new Extras(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private RequestException(
            ErrorCode code, String message, ErrorPath path, Extras extras, Throwable cause) {
        super(message, cause, false, false);
        this.code = code;
        this.path = path;
        this.extras = extras;
    }

    /** A failure without hint; the message is what the client reads, so it must hold no secret. */
    public RequestException(ErrorCode code, String message, ErrorPath path) {
        this(code, message, path, Extras.NONE, null);
    }

    private RequestException with(Extras other) {
        return new RequestException(code, getMessage(), path, other, getCause());
    }

    /** The same failure with a sentence that says how to mend it ({@code extensions.hint}). */
    public RequestException withHint(String text) {
        return with(
                new Extras(
                        extras.codeText,
                        Optional.of(text),
                        extras.internalJson,
                        extras.unknownName));
    }

    /**
     * The same failure with what only an administrator may see ({@code extensions.internal}).
     *
     * @param json a JSON value as text
     */
    public RequestException withInternal(String json) {
        return with(
                new Extras(extras.codeText, extras.hint, Optional.of(json), extras.unknownName));
    }

    /**
     * The same failure with a code of the application's own ({@code extensions.code}); {@link
     * #code()} stays what it was.
     */
    public RequestException withCodeText(String text) {
        return with(
                new Extras(
                        Optional.of(text), extras.hint, extras.internalJson, extras.unknownName));
    }

    /** The same failure, with what it is that the schema lacks; the client is not told of it. */
    public RequestException withUnknownName(UnknownName name) {
        return with(
                new Extras(extras.codeText, extras.hint, extras.internalJson, Optional.of(name)));
    }

    /** The same failure, remembering for the log what raised it; the client never sees it. */
    public RequestException causedBy(Throwable reason) {
        return new RequestException(code, getMessage(), path, extras, reason);
    }

    public ErrorCode code() {
        return code;
    }

    /** The code as the client reads it. */
    public String codeText() {
        return extras.codeText.orElseGet(code::text);
    }

    public ErrorPath path() {
        return path;
    }

    public Optional<String> hint() {
        return extras.hint;
    }

    /** A JSON value as text, for administrators only. */
    public Optional<String> internalJson() {
        return extras.internalJson;
    }

    /** What the role's schema does not have, where that is what is wrong. */
    public Optional<UnknownName> unknownName() {
        return extras.unknownName;
    }
}
