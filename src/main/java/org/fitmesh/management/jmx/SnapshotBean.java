package org.fitmesh.management.jmx;

import static javax.management.openmbean.SimpleType.BOOLEAN;
import static javax.management.openmbean.SimpleType.DATE;
import static javax.management.openmbean.SimpleType.INTEGER;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.TabularData;
import org.fitmesh.config.DatabaseContact;
import org.fitmesh.lifecycle.Lifecycle;
import org.fitmesh.management.jmx.Rows.Column;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.state.Candidate;
import org.fitmesh.state.Snapshots;

/** {@code type=Snapshot}: metadata and schema in force. */
@ApplicationScoped
class SnapshotBean {
    private static final Rows INCONSISTENCIES =
            Rows.of(
                    "Inconsistency",
                    "What of the metadata, the remotes or the database is left out, and why",
                    new Column("Number", INTEGER, "place in the list, from 1"),
                    new Column("Type", STRING, "kind of object, such as remote_schema"),
                    new Column("Name", STRING, "which one"),
                    new Column("Reason", STRING, "what is wrong, and what mends it"));

    private final DatabaseContact database = DatabaseContact.ofApplication();

    @Inject private Snapshots snapshots;
    @Inject private Lifecycle lifecycle;
    @Inject private Commands commands;

    OpenBean bean(Executor context) {
        return new OpenBean(
                        "Metadata and schema in force on this node. Before the database was reached"
                                + " for the first time there are none, and their attributes are"
                                + " empty.",
                        context)
                .with(
                        "Ready",
                        BOOLEAN,
                        "Whether this node takes requests: a schema is in force, the database"
                                + " answers, and the node was not told to stop; as /health/ready",
                        this::isReady)
                .with(
                        "SecondsWithoutDatabase",
                        LONG,
                        "How long the database has not answered; 0 while it does",
                        () -> database.isAway() ? database.since().toSeconds() : 0L)
                .with(
                        "ResourceVersion",
                        LONG,
                        "Version of the metadata in force; raised by each change and each reload,"
                                + " the same on all nodes",
                        () -> inForce(candidate -> candidate.source().version()))
                .with(
                        "MetadataSource",
                        STRING,
                        "Where the metadata comes from: database (a command has changed it) or"
                                + " application (packaged in the WAR)",
                        () ->
                                inForce(
                                        candidate ->
                                                candidate.source().stored()
                                                        ? "database"
                                                        : "application"))
                .with(
                        "BuiltAt",
                        DATE,
                        "When the schema in force was built on this node",
                        () -> inForce(candidate -> Date.from(candidate.building().done())))
                .with(
                        "BuildMillis",
                        LONG,
                        "Milliseconds that building it took, without the reading of the database",
                        () -> inForce(candidate -> candidate.building().took().toMillis()))
                .with(
                        "Tables",
                        INTEGER,
                        "Tables that are tracked, by metadata or entities",
                        () -> inForce(candidate -> candidate.tracked().size()))
                .with(
                        "Roles",
                        INTEGER,
                        "Roles that have a schema of their own, admin among them",
                        () -> inForce(candidate -> candidate.snapshot().roles()))
                .with(
                        "RemoteSchemas",
                        INTEGER,
                        "Remote schemas that the metadata names",
                        () -> inForce(candidate -> candidate.metadata().remoteSchemas().size()))
                .with(
                        "EventTriggers",
                        INTEGER,
                        "Event triggers that are captured",
                        () -> inForce(candidate -> candidate.eventTriggers().captured().size()))
                .with(
                        "InconsistencyCount",
                        INTEGER,
                        "How many inconsistencies there are; what is not served among them",
                        () -> snapshots.inconsistencies().size())
                .with(
                        "Inconsistencies",
                        INCONSISTENCIES.type(),
                        "What is left out of the schema, does not answer or is not captured, and"
                                + " why; as get_inconsistent_metadata tells it",
                        this::inconsistencies)
                .with(
                        "reloadMetadata",
                        INCONSISTENCIES.type(),
                        "Lets all nodes read metadata and database anew and ask the remote schemas"
                                + " for their types; as the command reload_metadata. This node has"
                                + " done so when it returns, but for the remote schemas, which are"
                                + " asked in the background. Answers the inconsistencies then.",
                        arguments -> {
                            commands.run("reload_metadata");
                            return inconsistencies();
                        });
    }

    private boolean isReady() {
        return snapshots.current().isPresent() && !database.isAway() && !lifecycle.isStopping();
    }

    private <T> T inForce(Function<Candidate, T> part) {
        return snapshots.candidate().map(part).orElse(null);
    }

    private TabularData inconsistencies() throws OpenDataException {
        List<Object[]> rows = new ArrayList<>();
        for (Inconsistency one : snapshots.inconsistencies()) {
            rows.add(new Object[] {rows.size() + 1, one.type(), one.name(), one.reason()});
        }
        return INCONSISTENCIES.table(rows);
    }
}
