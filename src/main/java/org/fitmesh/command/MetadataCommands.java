package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.fitmesh.auth.Session;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.config.Settings;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.event.EventsCaptured;
import org.fitmesh.event.capture.Capture;
import org.fitmesh.state.Candidates;
import org.fitmesh.state.MetadataStore;
import org.fitmesh.state.Snapshots;

/** Runs the commands of administrators. */
@ApplicationScoped
public class MetadataCommands {
    private static final Logger LOG = System.getLogger(MetadataCommands.class.getName());

    @Inject @FitmeshDatabase private DataSource dataSource;

    @Inject private Settings settings;
    @Inject private Capture capture;
    @Inject private MetadataStore store;
    @Inject private Candidates candidates;
    @Inject private Snapshots snapshots;
    @Inject private Event<EventsCaptured> eventsCaptured;

    /** Runs a command of {@code /v1/metadata}. */
    public JsonNode run(JsonNode request, Session session) {
        return run(request, session, CommandSet.METADATA);
    }

    /**
     * Runs a command. What it does is done when this returns, on this node too unless the log says
     * why it comes later; when it throws, nothing was done.
     *
     * @param request {@code {type, args, version?, resource_version?}}
     * @param set of which commands it is one
     * @return the answer
     * @throws RequestException in Hasura's words
     */
    public JsonNode run(JsonNode request, Session session, CommandSet set) {
        if (!session.isAdmin()) {
            throw new RequestException(
                    ErrorCode.ACCESS_DENIED,
                    "restricted access : admin only",
                    ErrorPath.ROOT.key("args"));
        }
        Call call = Call.of(request, ErrorPath.ROOT);
        Command command = command(call, set);
        if (snapshots.current().isEmpty()) {
            throw DatabaseFailure.starting();
        }
        try {
            return run(
                    command,
                    call,
                    new Asked(session, set, expectedVersion(request), settings.apis().runSql()));
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    /** The name of a request's command, if it is one that is known. */
    public Optional<String> name(JsonNode request, CommandSet set) {
        String type = request.path("type").asText();
        return CommandNames.find(set, type).map(command -> type);
    }

    /**
     * The command that a call means.
     *
     * @throws RequestException parse-failed for a type that is not known
     */
    static Command command(Call call, CommandSet set) {
        return CommandNames.find(set, call.type())
                .orElseThrow(
                        () ->
                                new RequestException(
                                        ErrorCode.PARSE_FAILED,
                                        "unknown metadata command \"" + call.type() + "\"",
                                        ErrorPath.ROOT.key("type")));
    }

    private JsonNode run(Command command, Call call, Asked asked) throws SQLException {
        Work work;
        JsonNode answer;
        try (CommandTransaction transaction = CommandTransaction.begin(dataSource)) {
            Connection connection = transaction.connection();
            work = new Work(connection, store, candidates, snapshots, capture, asked);
            answer = inTransaction(transaction, command, call, work);
        }
        afterCommit(work);
        return answer;
    }

    /** The command is done: what fails now must not make the client repeat it. */
    private void afterCommit(Work work) {
        try {
            takeIntoForce(work);
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "the metadata is stored, and loaded with the next look", e);
        }
        work.reloaded(snapshots.inconsistencies());
        if (!work.hasRaisedEvents()) {
            return;
        }
        try {
            eventsCaptured.fire(new EventsCaptured());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "events wait for the next look at the log", e);
        }
    }

    private void takeIntoForce(Work work) throws SQLException {
        work.changed().ifPresent(candidate -> snapshots.use(candidate, work.refused()));
        if (work.reloads()) {
            snapshots.load();
        }
    }

    private static JsonNode inTransaction(
            CommandTransaction transaction, Command command, Call call, Work work)
            throws SQLException {
        try {
            JsonNode answer = command.run(call, work);
            work.store();
            transaction.commit();
            return answer;
        } finally {
            if (work.hasRunSql()) transaction.hasRunSql();
        }
    }

    private static Optional<Long> expectedVersion(JsonNode request) {
        JsonNode version = request.path("resource_version");
        if (version.isMissingNode() || version.isNull()) {
            return Optional.empty();
        }
        if (!version.isIntegralNumber()) {
            throw new RequestException(
                    ErrorCode.PARSE_FAILED,
                    "expected a whole number for the key 'resource_version'",
                    ErrorPath.ROOT.key("resource_version"));
        }
        return Optional.of(version.longValue());
    }
}
