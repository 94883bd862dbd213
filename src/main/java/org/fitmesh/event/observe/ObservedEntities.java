package org.fitmesh.event.observe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.fitmesh.catalog.EntityTable;
import org.fitmesh.catalog.EntityTables;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.metadata.Inconsistency;

/** The entities whose changes are observed, and the triggers on their tables. */
@ApplicationScoped
public class ObservedEntities {
    private static final Logger LOG = System.getLogger(ObservedEntities.class.getName());
    private static final String OBSERVE = "select fitmesh.observe_table(?, ?)";
    private static final String CONNECTION_LOST = "08";
    private static final String SHUTTING_DOWN = "57";

    @Inject @FitmeshDatabase private DataSource dataSource;

    @PersistenceUnit(unitName = "fitmesh")
    private EntityManagerFactory entities;

    @Inject private ChangeObservers observers;

    private volatile List<ObservedEntity> observed = List.of();
    private volatile List<Inconsistency> inconsistencies = List.of();

    /** Whether mutations are to be watched: somebody observes an entity. */
    public boolean any() {
        return !observed.isEmpty();
    }

    /** Those whose observers are to be told of a change: as a rule one or none. */
    List<ObservedEntity> observing(ChangedRow change) {
        List<ObservedEntity> found = new ArrayList<>(1);
        for (ObservedEntity entity : observed) {
            if (entity.table().equals(change.table()) && entity.wants(change.operation())) {
                found.add(entity);
            }
        }
        return found;
    }

    /** Entities whose changes cannot be told, and why. */
    public List<Inconsistency> inconsistencies() {
        return inconsistencies;
    }

    /**
     * Sees to it that the tables of observed entities have their triggers. Cheap when they do, and
     * when nobody observes anything.
     *
     * @throws SQLException when the database cannot be reached
     */
    public synchronized void install() throws SQLException {
        if (!observers.any()) {
            return;
        }
        List<Inconsistency> found = new ArrayList<>();
        List<ObservedEntity> usable = usable(found);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OBSERVE)) {
            for (ObservedEntity entity : usable) {
                install(entity, statement, found);
            }
        }
        report(found);
        observed = usable;
    }

    private List<ObservedEntity> usable(List<Inconsistency> found) {
        List<ObservedEntity> usable = new ArrayList<>();
        for (EntityTable table : EntityTables.read(entities)) {
            ObservedEntity entity = ObservedEntity.of(table.type(), table.table(), observers);
            if (entity.any() && table.alone()) {
                usable.add(entity);
            } else if (entity.any()) {
                found.add(inconsistent(entity, "is stored in more than one table"));
            }
        }
        return List.copyOf(usable);
    }

    private static void install(
            ObservedEntity entity, PreparedStatement statement, List<Inconsistency> found)
            throws SQLException {
        statement.setString(1, entity.table().schema());
        statement.setString(2, entity.table().name());
        try {
            statement.execute();
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith(CONNECTION_LOST) || state.startsWith(SHUTTING_DOWN)) {
                throw e;
            }
            found.add(inconsistent(entity, e.getMessage()));
        }
    }

    private static Inconsistency inconsistent(ObservedEntity entity, String reason) {
        return new Inconsistency(
                "observed_entity",
                entity.type().getName(),
                "its changes are not told: table " + entity.table() + ": " + reason);
    }

    /** Told once, not each time that it is found again. */
    private void report(List<Inconsistency> found) {
        if (!found.equals(inconsistencies)) {
            found.forEach(i -> LOG.log(Level.WARNING, "{0}: {1}", i.name(), i.reason()));
            inconsistencies = List.copyOf(found);
        }
    }
}
