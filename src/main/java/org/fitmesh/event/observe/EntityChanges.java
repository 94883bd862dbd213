package org.fitmesh.event.observe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.TableName;
import org.fitmesh.config.Settings;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** What a transaction changes of observed entities, from the triggers to the observers. */
@ApplicationScoped
public class EntityChanges {
    private static final String BEGIN = "select set_config('fitmesh.observe', 'on', true)";

    /** Ends it too: what observers write is not told in turn. */
    private static final String TAKE =
            """
            with ended as materialized (
              select set_config('fitmesh.observe', '', true)
            ), taken as (
              delete from fitmesh.observed_change
              where xid = pg_current_xact_id() and position in (
                select position from fitmesh.observed_change
                where xid = pg_current_xact_id() order by position limit ?)
              returning position, schema_name, table_name, op, old_row, new_row
            )
            select taken.* from ended left join taken on true order by position
            """;

    @Inject private ObservedEntities entities;
    @Inject private Settings settings;
    @Inject private EntityRows rows;
    @Inject private ChangeEvents events;

    /** Whether mutations are to be watched at all. */
    public boolean observed() {
        return entities.any();
    }

    /** From here to the end of the transaction, changes of observed tables are kept. */
    public void begin(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.execute();
        }
    }

    /**
     * The changes since {@link #begin}, in order; from here on none are kept.
     *
     * @throws RequestException bad-request when they are more than the settings allow
     */
    public List<ChangedRow> take(Connection connection) throws SQLException {
        int most = settings.limits().observedChanges();
        List<ChangedRow> changes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setLong(1, most + 1L);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next() && row.getString("op") != null) {
                    changes.add(change(row));
                }
            }
        }
        if (changes.size() > most) {
            throw tooMany(most);
        }
        return changes;
    }

    private static ChangedRow change(ResultSet row) throws SQLException {
        return new ChangedRow(
                new TableName(row.getString("schema_name"), row.getString("table_name")),
                Operation.valueOf(row.getString("op")),
                row.getString("old_row"),
                row.getString("new_row"));
    }

    private static RequestException tooMany(int most) {
        return new RequestException(
                        ErrorCode.BAD_REQUEST,
                        "the mutation changes more than "
                                + most
                                + " rows of tables whose changes are observed",
                        ErrorPath.ROOT)
                .withHint("change fewer rows at once, or raise FITMESH_MAX_OBSERVED_CHANGES");
    }

    /**
     * Fires the CDI events. Must run inside the transaction, so that observers of its phases are
     * called at the right time. What an observer in progress throws comes out of it.
     */
    public void fire(List<ChangedRow> changes) {
        Map<ObservedEntity, List<String>> json = new LinkedHashMap<>();
        for (ChangedRow change : changes) {
            for (ObservedEntity entity : entities.observing(change)) {
                json.computeIfAbsent(entity, e -> new ArrayList<>()).addAll(change.states());
            }
        }
        Map<ObservedEntity, Iterator<?>> states = new HashMap<>();
        json.forEach((entity, list) -> states.put(entity, rows.build(entity, list).iterator()));
        for (ChangedRow change : changes) {
            for (ObservedEntity entity : entities.observing(change)) {
                tell(change.operation(), entity, states.get(entity));
            }
        }
    }

    private void tell(Operation operation, ObservedEntity entity, Iterator<?> states) {
        if (operation == Operation.UPDATE) {
            events.updated(entity, states.next(), states.next());
        } else {
            events.fire(operation, states.next());
        }
    }
}
