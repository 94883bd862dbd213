package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;
import org.fitmesh.metadata.MetadataDocument;

/**
 * {@code replace_metadata}: the arguments are the document, or {@code {metadata,
 * allow_inconsistent_metadata}}.
 */
final class ReplaceMetadata implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        boolean wrapped = arguments.optional("metadata").isPresent();
        if (!wrapped && arguments.optional("version").isEmpty()) {
            throw arguments.failed("the key 'version' was not present", call.path());
        }
        boolean allow = wrapped && arguments.flag("allow_inconsistent_metadata");
        ObjectNode written = wrapped ? arguments.object("metadata") : arguments.json();
        MetadataDocument document = MetadataDocument.of(written);
        List<Inconsistency> inconsistencies = work.replace(document, allow).inconsistencies();
        List<Inconsistency> refused =
                allow
                        ? unreadable(inconsistencies, document.sourceName())
                        : inconsistencies.stream().filter(Inconsistency::isFault).toList();
        if (!refused.isEmpty()) {
            throw refusal(refused, document, call);
        }
        return call.version() < 2
                ? Answers.success()
                : Answers.consistency(inconsistencies, document);
    }

    /** Of a document that cannot be read nothing would be left: nobody allows that. */
    private static List<Inconsistency> unreadable(
            List<Inconsistency> inconsistencies, String source) {
        return inconsistencies.stream()
                .filter(one -> one.cause() == Cause.MALFORMED && holdsTheTables(one, source))
                .toList();
    }

    /** Another source than the one that is served is left out alone. */
    private static boolean holdsTheTables(Inconsistency one, String source) {
        return one.type().equals("metadata")
                || one.type().equals("source") && one.name().equals(source);
    }

    private static RequestException refusal(
            List<Inconsistency> refused, MetadataDocument document, Call call) {
        Inconsistency first = refused.get(0);
        return new RequestException(
                        ErrorCode.UNEXPECTED,
                        "cannot continue due to inconsistent metadata",
                        call.path())
                .withHint(first.type() + " \"" + first.name() + "\": " + first.reason())
                .withInternal(Answers.objects(refused, document).toString());
    }
}
