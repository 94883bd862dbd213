package org.fitmesh.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fitmesh.config.Application;
import org.fitmesh.config.Settings;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.MetadataDocument;
import org.fitmesh.metadata.MetadataFiles;
import org.fitmesh.metadata.MetadataReader;

/**
 * Where the metadata is: in the database once a command has changed it, in the WAR before. All
 * nodes of a database see the same.
 */
@ApplicationScoped
public class MetadataStore {
    /** Other nodes are told of a new version here ({@code NOTIFY}); the payload is the version. */
    public static final String CHANNEL = "fitmesh_metadata";

    private static final ObjectReader JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build()
                    .readerFor(ObjectNode.class);

    @Inject private Settings settings;

    private volatile long written;

    /** The metadata that counts. */
    public VersionedMetadata read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select resource_version, document from fitmesh.metadata")) {
            if (!row.next()) {
                return packaged(VersionedMetadata.FIRST);
            }
            String document = row.getString(2);
            return document == null ? packaged(row.getLong(1)) : stored(row.getLong(1), document);
        }
    }

    /**
     * The metadata that counts, without reading again what is known.
     *
     * @param known what was read or written before
     */
    public VersionedMetadata read(Connection connection, VersionedMetadata known)
            throws SQLException {
        return version(connection) == known.version() ? known : read(connection);
    }

    /** Its version alone, which is quick to ask for. */
    public long version(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(
                                "select resource_version from fitmesh.metadata");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : VersionedMetadata.FIRST;
        }
    }

    /** What is done while the metadata stays as it is. */
    @FunctionalInterface
    interface Reading<T> {
        T run(boolean writable) throws SQLException;
    }

    /**
     * Runs something in a transaction during which no node changes the metadata; a command that is
     * under way is waited for. On a database that is read-only there is nothing to wait for.
     *
     * @return what came of it; the transaction is committed
     */
    <T> T whileUnchanged(Connection connection, Reading<T> reading) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            boolean writable = isWritable(statement);
            if (writable) {
                statement.execute("lock table fitmesh.metadata in share mode");
            }
            T read = reading.run(writable);
            connection.commit();
            return read;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static boolean isWritable(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select current_setting('transaction_read_only')")) {
            row.next();
            return "off".equals(row.getString(1));
        }
    }

    /** Lets nobody else change the metadata until the transaction ends; all may read it. */
    public void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table fitmesh.metadata in share row exclusive mode");
        }
    }

    /**
     * Stores a version that follows the one in the database, and tells the other nodes, both when
     * the transaction commits. To be called under {@link #lock}.
     */
    public void write(Connection connection, VersionedMetadata metadata) throws SQLException {
        String upsert =
                "insert into fitmesh.metadata (resource_version, document) values (?, ?::json)"
                        + " on conflict (id) do update set"
                        + " resource_version = excluded.resource_version,"
                        + " document = excluded.document";
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            statement.setLong(1, metadata.version());
            statement.setString(2, metadata.document().json().toString());
            statement.executeUpdate();
        }
        announce(connection, metadata.version());
    }

    /**
     * Raises the version of the same metadata, so that all nodes load it anew when the transaction
     * commits. To be called under {@link #lock}.
     */
    public void touch(Connection connection) throws SQLException {
        String raise =
                "insert into fitmesh.metadata as m (resource_version) values (?)"
                        + " on conflict (id) do update set resource_version = m.resource_version + 1"
                        + " returning resource_version";
        try (PreparedStatement statement = connection.prepareStatement(raise)) {
            statement.setLong(1, VersionedMetadata.FIRST + 1);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                announce(connection, row.getLong(1));
            }
        }
    }

    /** The version that this node has stored last; its transaction may have been taken back. */
    long written() {
        return written;
    }

    private void announce(Connection connection, long version) throws SQLException {
        written = version;
        try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, Long.toString(version));
            statement.execute();
        }
    }

    private static VersionedMetadata stored(long version, String json) {
        try {
            ObjectNode document = JSON.readValue(json);
            return new VersionedMetadata(version, true, new MetadataDocument(document), List.of());
        } catch (JsonProcessingException e) {
            // PostgreSQL has checked that it is JSON: it is none that is an object.
            return new VersionedMetadata(
                    version, true, MetadataDocument.empty(), List.of(unread("is no JSON object")));
        }
    }

    private VersionedMetadata packaged(long version) {
        if (settings.application() != Application.FIT) {
            return new VersionedMetadata(version, false, MetadataDocument.empty(), List.of());
        }
        ClassLoader loader = MetadataStore.class.getClassLoader();
        List<Inconsistency> unreadable = new ArrayList<>();
        MetadataDocument document;
        try {
            document =
                    MetadataReader.document(
                            MetadataFiles.onClassPath(loader, MetadataFiles.PACKAGED), unreadable);
        } catch (IOException e) {
            document = MetadataDocument.empty();
            unreadable.add(unread(e.getMessage()));
        }
        return new VersionedMetadata(version, false, document, List.copyOf(unreadable));
    }

    private static Inconsistency unread(String reason) {
        return new Inconsistency("metadata", "metadata", reason, Inconsistency.Cause.MALFORMED);
    }
}
