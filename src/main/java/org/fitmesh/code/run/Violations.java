package org.fitmesh.code.run;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.schema.model.Argument;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/**
 * What Bean Validation says of arguments. The container's interceptor validates the call of a bean;
 * here its words are put at the argument.
 */
final class Violations {
    private record Told(ErrorPath path, String message) {}

    private final Endpoint endpoint;
    private final ErrorPath field;

    private Violations(Endpoint endpoint, ErrorPath field) {
        this.endpoint = endpoint;
        this.field = field;
    }

    /** The exception itself, when it is none of validation. */
    static Exception told(
            Exception thrown, Endpoint endpoint, DataFetchingEnvironment environment) {
        Throwable cause = Wrapped.cause(thrown);
        if (!(cause instanceof ConstraintViolationException violated)
                || violated.getConstraintViolations() == null) {
            return thrown;
        }
        return new Violations(endpoint, FieldPath.of(environment)).told(violated).orElse(thrown);
    }

    /** Empty when what the method returned is not valid: a fault of ours, not of the client. */
    private Optional<Exception> told(ConstraintViolationException violated) {
        List<Told> all =
                violated.getConstraintViolations().stream()
                        .flatMap(violation -> place(violation).stream())
                        .sorted(
                                Comparator.comparing((Told t) -> t.path().text())
                                        .thenComparing(Told::message))
                        .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String message = String.join("; ", all.stream().map(Told::message).distinct().toList());
        return Optional.of(
                new RequestException(ErrorCode.VALIDATION_FAILED, message, all.get(0).path()));
    }

    private Optional<Told> place(ConstraintViolation<?> violation) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        Path.Node first = nodes.hasNext() ? nodes.next() : null;
        if (first == null || first.getKind() != ElementKind.METHOD) {
            return Optional.of(
                    new Told(field, violation.getPropertyPath() + " " + violation.getMessage()));
        }
        Path.Node second = nodes.hasNext() ? nodes.next() : null;
        boolean ofParameter = second != null && second.getKind() == ElementKind.PARAMETER;
        if (!ofParameter || !isOfEndpoint(violation, first)) {
            return Optional.empty();
        }
        return Optional.of(argument(violation, second.as(Path.ParameterNode.class), nodes));
    }

    /** A bean that the method called may have been given wrong arguments by it. */
    private boolean isOfEndpoint(ConstraintViolation<?> violation, Path.Node method) {
        return method.getName().equals(endpoint.method().getName())
                && endpoint.method()
                        .getDeclaringClass()
                        .isAssignableFrom(violation.getRootBeanClass());
    }

    private Told argument(
            ConstraintViolation<?> violation, Path.ParameterNode node, Iterator<Path.Node> inside) {
        List<Argument> arguments = endpoint.operation().getArguments();
        String name = arguments.get(node.getParameterIndex()).getName();
        ErrorPath path = field.argument(name);
        StringBuilder words = new StringBuilder(name);
        while (inside.hasNext()) {
            Path.Node next = inside.next();
            if (next.getIndex() != null) {
                path = path.index(next.getIndex());
                words.append('[').append(next.getIndex()).append(']');
            }
            if (next.getKind() == ElementKind.PROPERTY) {
                path = path.key(next.getName());
                words.append('.').append(next.getName());
            }
        }
        return new Told(path, words + " " + violation.getMessage());
    }
}
