package org.fitmesh.code.run;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import io.smallrye.graphql.api.ErrorCode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.GraphQLException;
import org.fitmesh.config.DatabaseContact;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** What a client is told of what the application's code threw. */
public final class Failures {
    private static final Logger LOG = System.getLogger(Failures.class.getName());
    private static final Comparator<SourceLocation> IN_DOCUMENT =
            Comparator.comparingInt(SourceLocation::getLine)
                    .thenComparingInt(SourceLocation::getColumn);

    private final List<String> shown;

    /**
     * @param shown names of exceptions, or their beginnings with a {@code *} behind, whose messages
     *     clients may read
     */
    public Failures(List<String> shown) {
        this.shown = shown;
    }

    /** The first one, in the order of the document. */
    RequestException first(List<GraphQLError> errors) {
        GraphQLError first =
                errors.stream()
                        .min(Comparator.comparing(Failures::location, IN_DOCUMENT))
                        .orElseThrow();
        if (first instanceof ThrownError error) {
            return told(error.thrown(), error.root());
        }
        ErrorPath path =
                first.getPath() == null
                        ? ErrorPath.ROOT
                        : FieldPath.root(ResultPath.fromList(first.getPath()));
        return first.getErrorType() == ErrorType.ValidationError
                        || first.getErrorType() == ErrorType.InvalidSyntax
                ? new RequestException(
                        org.fitmesh.error.ErrorCode.VALIDATION_FAILED, first.getMessage(), path)
                : internal(new IllegalStateException(first.getMessage()), path);
    }

    private static SourceLocation location(GraphQLError error) {
        return Optional.ofNullable(error.getLocations()).stream()
                .flatMap(List::stream)
                .min(IN_DOCUMENT)
                .orElse(new SourceLocation(Integer.MAX_VALUE, 0));
    }

    /** One failure, at a root field or at no place that is known. */
    public RequestException told(Throwable thrown, ErrorPath path) {
        Throwable cause = Wrapped.cause(thrown);
        if (cause instanceof RequestException told) {
            return told;
        }
        return cause instanceof GraphQLException || isShown(cause.getClass())
                ? shown(cause, path)
                : internal(cause, path);
    }

    private boolean isShown(Class<?> thrown) {
        return superclasses(thrown)
                .map(Class::getName)
                .anyMatch(name -> shown.stream().anyMatch(pattern -> matches(pattern, name)));
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(name);
    }

    private static RequestException shown(Throwable cause, ErrorPath path) {
        String message =
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
        RequestException failure =
                new RequestException(org.fitmesh.error.ErrorCode.UNEXPECTED, message, path);
        return superclasses(cause.getClass())
                .flatMap(c -> Stream.ofNullable(c.getAnnotation(ErrorCode.class)))
                .findFirst()
                .map(code -> failure.withCodeText(code.value()))
                .orElse(failure);
    }

    private static RequestException internal(Throwable cause, ErrorPath path) {
        if (DatabaseContact.ofApplication().isLostIn(cause)) {
            return new RequestException(
                            org.fitmesh.error.ErrorCode.POSTGRES_ERROR,
                            "connection error",
                            ErrorPath.ROOT)
                    .causedBy(cause);
        }
        String id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Java code failed, id " + id, cause);
        return new RequestException(org.fitmesh.error.ErrorCode.UNEXPECTED, "internal error", path)
                .withHint("the server's log has it under id " + id);
    }

    private static Stream<Class<?>> superclasses(Class<?> type) {
        return Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass);
    }
}
