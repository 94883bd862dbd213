package org.fitmesh.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.RemoteRelationship;
import org.fitmesh.remote.RemoteSchema;
import org.fitmesh.remote.join.JoinField;
import org.fitmesh.schema.access.RoleAccess.JoinableFields;
import org.fitmesh.schema.access.TableField.RemoteField;
import org.fitmesh.schema.table.ComputedFieldModel;
import org.fitmesh.schema.table.ScalarNames;
import org.fitmesh.schema.table.TableModel;

/** Which remote relationships of the tables can be followed, whatever the role. */
final class OfferedJoins {
    private OfferedJoins() {}

    /**
     * Those that fit the remotes.
     *
     * @param remotes that are known; a relationship to another waits for it, which is listed
     *     elsewhere
     * @param inconsistencies those that do not fit are added here
     */
    static JoinableFields of(
            Collection<TableModel> tables,
            Map<String, RemoteSchema> remotes,
            Set<Inconsistency> inconsistencies) {
        Map<TableName, Map<String, RemoteField>> byTable = new LinkedHashMap<>();
        for (TableModel table : tables) {
            byTable.put(table.name(), ofTable(table, remotes, inconsistencies));
        }
        return new JoinableFields(byTable);
    }

    private static Map<String, RemoteField> ofTable(
            TableModel table,
            Map<String, RemoteSchema> remotes,
            Set<Inconsistency> inconsistencies) {
        Map<String, RemoteField> fields = new LinkedHashMap<>();
        for (RemoteRelationship relationship : toKnown(table, remotes)) {
            JoinField field =
                    JoinField.definition(
                            table.name().toString(),
                            relationship,
                            remotes.get(relationship.remoteSchema()),
                            scalars(table));
            if (field instanceof JoinField.Offered offered) {
                fields.put(
                        relationship.name(),
                        new RemoteField(relationship, offered.definition(), offered.inputs()));
            } else {
                inconsistencies.add(((JoinField.Refused) field).inconsistency());
            }
        }
        return fields;
    }

    private static List<RemoteRelationship> toKnown(
            TableModel table, Map<String, RemoteSchema> remotes) {
        List<RemoteRelationship> known = new ArrayList<>(table.tracked().remoteRelationships());
        known.removeIf(r -> !remotes.containsKey(r.remoteSchema()));
        return known;
    }

    /** What can be sent to a remote: columns, and computed values that the client gives nothing. */
    private static Map<String, String> scalars(TableModel table) {
        Map<String, String> scalars =
                table.table().columns().values().stream()
                        .collect(
                                Collectors.toMap(
                                        Column::name, c -> ScalarNames.of(c.effectiveType())));
        for (ComputedFieldModel field : table.computedFields().values()) {
            if (field.result() instanceof ComputedFieldModel.Value value
                    && field.function().inputs().isEmpty()) {
                scalars.putIfAbsent(field.name(), ScalarNames.of(value.type()));
            }
        }
        return scalars;
    }
}
