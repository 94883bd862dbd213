package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fitmesh.permission.Garden.Table;

/**
 * What is done where a row with the key of a new one is there.
 *
 * @param updateColumns none: the row is left as it is
 * @param where null: none
 */
record OnConflict(Table table, List<String> updateColumns, Condition where) {

    static OnConflict random(Pick pick, Reading reading, Table table) {
        List<String> columns = new ArrayList<>();
        if (!pick.oneIn(4)) {
            reading.permission("update_permissions", table.name())
                    .get("columns")
                    .forEach(column -> columns.add(column.asText()));
        }
        Condition where =
                reading.readable(table.name()) && pick.oneIn(2)
                        ? Condition.random(pick, reading, table, 1)
                        : null;
        return new OnConflict(
                table, columns.isEmpty() || pick.oneIn(3) ? columns : pick.some(columns), where);
    }

    String text(Variables variables) {
        String filter = where == null ? "" : ", where: " + where.text(variables);
        return "{constraint: %s, update_columns: [%s]%s}"
                .formatted(constraint(), String.join(", ", updateColumns), filter);
    }

    String constraint() {
        return table.name() + "_pkey";
    }

    boolean isIgnore() {
        return updateColumns.isEmpty();
    }

    /** May a row be updated? The role's filter and the client's. */
    boolean reaches(Reading now, Map<String, Object> row) {
        JsonNode permission = now.permission("update_permissions", table.name());
        if (!now.isTrue(permission.get("filter"), table.name(), row)) {
            return false;
        }
        // the client may ask for every row that the permission to write gives
        Reading all = now.after(table.name(), now.all(table.name()), now.all(table.name()));
        return where == null || Boolean.TRUE.equals(where.test(all, table.name(), row));
    }
}
