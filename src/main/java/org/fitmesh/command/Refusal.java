package org.fitmesh.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;
import org.fitmesh.metadata.MetadataDocument;

/** Why a change of the metadata is not made. */
final class Refusal {
    private Refusal() {}

    /**
     * The error for what a change would make inconsistent; its code is that of the first cause.
     *
     * @param added at least one
     * @param document that was to be in force
     */
    static RequestException of(
            List<Inconsistency> added, MetadataDocument document, ErrorPath path) {
        String message = added.stream().map(Refusal::text).collect(Collectors.joining("; "));
        return new RequestException(code(added.get(0).cause()), message, path)
                .withInternal(Answers.objects(added, document).toString());
    }

    /**
     * The same in Hasura's words: the reasons when it is the very object that a command makes, else
     * that other objects are inconsistent now.
     *
     * @param command tells which object that is
     */
    static RequestException ofObject(
            List<Inconsistency> added, MetadataDocument document, String command, ErrorPath path) {
        Inconsistency first = added.get(0);
        if (first.cause() == Cause.MALFORMED || first.cause() == Cause.BUSY) {
            return of(added, document, path);
        }
        String internal = Answers.objects(added, document).toString();
        Optional<Inconsistency> clash =
                added.stream().filter(one -> one.cause() == Cause.CLASHING).findFirst();
        if (clash.isPresent()) {
            return clash(clash.get(), path).withInternal(internal);
        }
        List<String> own =
                added.stream()
                        .filter(one -> isMadeBy(command, one.type()))
                        .map(ObjectText::reason)
                        .toList();
        if (!own.isEmpty()) {
            return new RequestException(
                            ErrorCode.INVALID_CONFIGURATION, String.join(", ", own), path)
                    .withInternal(internal);
        }
        return new RequestException(
                        ErrorCode.UNEXPECTED,
                        "cannot continue due to new inconsistent metadata",
                        path)
                .withHint(text(first))
                .withInternal(internal);
    }

    /** The metadata is another than the client means. */
    static RequestException conflict(long expected, long current) {
        return new RequestException(
                        ErrorCode.CONFLICT,
                        "metadata resource version referenced ("
                                + expected
                                + ") did not match current version",
                        ErrorPath.ROOT)
                .withHint(
                        "the current version is "
                                + current
                                + ": export the metadata and apply the change to that");
    }

    /** Remotes among themselves, or with tables; else root fields of tables and functions. */
    private static RequestException clash(Inconsistency one, ErrorPath path) {
        boolean ofRemote = one.type().equals("remote_schema");
        return new RequestException(
                        ofRemote ? ErrorCode.REMOTE_SCHEMA_CONFLICTS : ErrorCode.UNEXPECTED,
                        ofRemote ? ObjectText.reason(one) : one.reason(),
                        path)
                .withHint(
                        one.type()
                                + " "
                                + Names.quoted(one.name())
                                + " would be left out: give one of the two another name");
    }

    private static boolean isMadeBy(String command, String type) {
        return switch (type) {
            case "object_relation", "array_relation" -> command.endsWith("_relationship");
            case "table" -> command.contains("_table");
            default -> command.contains(type);
        };
    }

    /** Hasura tells what has a wrong form without naming the object, which the path does. */
    private static String text(Inconsistency one) {
        return one.cause() == Cause.MALFORMED || one.cause() == Cause.CYCLIC
                ? one.reason()
                : one.type() + " \"" + one.name() + "\": " + one.reason();
    }

    private static ErrorCode code(Cause cause) {
        return switch (cause) {
            case MALFORMED -> ErrorCode.PARSE_FAILED;
            case UNKNOWN -> ErrorCode.NOT_EXISTS;
            case UNSET -> ErrorCode.NOT_FOUND;
            case BUSY -> ErrorCode.BUSY;
            case CYCLIC -> ErrorCode.CYCLIC_DEPENDENCY;
            case CLASHING -> ErrorCode.REMOTE_SCHEMA_CONFLICTS;
            case INHERITED, UNSERVED, OTHER -> ErrorCode.INVALID_CONFIGURATION;
        };
    }
}
