package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.Inconsistency;
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
        MetadataDocument document = MetadataDocument.of(arguments.json()).copy();
        List<Inconsistency> inconsistencies = work.replace(document, allow).inconsistencies();
        if (!allow && !inconsistencies.isEmpty()) {
            throw new RequestException(
                            ErrorCode.UNEXPECTED,
                            "cannot continue due to inconsistent metadata",
                            call.path())
                    .withHint(
                            inconsistencies.get(0).type()
                                    + " \""
                                    + inconsistencies.get(0).name()
                                    + "\": "
                                    + inconsistencies.get(0).reason())
                    .withInternal(Answers.objects(inconsistencies).toString());
        }
        return call.version() < 2 ? Answers.success() : Answers.consistency(inconsistencies);
    }
}
