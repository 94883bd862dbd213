package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fitmesh.permission.Garden.Rel;
import org.fitmesh.permission.Garden.Table;
import org.fitmesh.permission.Garden.Type;

/** Random permissions of the garden's tables, as Hasura's metadata. */
record World(ObjectNode metadata) {
    static final List<String> ROLES = List.of("r1", "r2", "r3", "h1", "h2");
    static final List<String> LEAVES = List.of("r1", "r2", "r3");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ORDERED =
            List.of("_eq", "_neq", "_gt", "_lt", "_gte", "_lte");

    static World random(Random random) {
        return new Generator(new Pick(random)).world();
    }

    @Override
    public String toString() {
        return metadata.toPrettyString();
    }

    private record Generator(Pick pick) {
        World world() {
            ObjectNode metadata = JSON.objectNode().put("version", 3);
            ArrayNode tables =
                    metadata.putArray("sources")
                            .addObject()
                            .put("name", "default")
                            .putArray("tables");
            Garden.TABLES.forEach(table -> table(table, tables.addObject()));
            ArrayNode inherited = metadata.putArray("inherited_roles");
            inherit(inherited, "h1", LEAVES);
            inherit(inherited, "h2", List.of("r1", "r2", "r3", "h1"));
            return new World(metadata);
        }

        private void inherit(ArrayNode list, String role, List<String> parents) {
            ArrayNode set = list.addObject().put("role_name", role).putArray("role_set");
            pick.some(parents).forEach(set::add);
        }

        private void table(Table table, ObjectNode entry) {
            entry.putObject("table").put("schema", "public").put("name", table.name());
            for (boolean array : List.of(false, true)) {
                ArrayNode rels =
                        entry.putArray(array ? "array_relationships" : "object_relationships");
                new TreeMap<>(table.rels())
                        .values().stream()
                                .filter(rel -> rel.array() == array && !rel.computed())
                                .forEach(rel -> relationship(rel, rels.addObject()));
            }
            computed(table, entry.putArray("computed_fields"));
            ArrayNode selects = entry.putArray("select_permissions");
            for (String role : ROLES) {
                // a role that inherits has a permission of its own now and then
                boolean has = LEAVES.contains(role) ? !pick.oneIn(4) : pick.oneIn(8);
                if (has) {
                    permission(
                            table, selects.addObject().put("role", role).putObject("permission"));
                }
            }
            for (String role : LEAVES) {
                writes(table, role, entry);
            }
        }

        private void computed(Table table, ArrayNode fields) {
            Set<String> names = new TreeSet<>(table.computed().keySet());
            table.rels().values().stream().filter(Rel::computed).forEach(r -> names.add(r.name()));
            for (String name : names) {
                ObjectNode function = fields.addObject().put("name", name).putObject("definition");
                function.putObject("function")
                        .put("schema", "public")
                        .put("name", table.name() + "_" + name);
            }
        }

        private void writes(Table table, String role, ObjectNode entry) {
            inserts(table, role, entry);
            ObjectNode delete = entry.withArray("delete_permissions").addObject();
            delete.put("role", role).putObject("permission").set("filter", filter(table, table, 2));
            ObjectNode update = entry.withArray("update_permissions").addObject();
            ObjectNode permission = update.put("role", role).putObject("permission");
            permission.set("filter", filter(table, table, 2));
            // of the row alone: what else there is, changes with it
            permission.set("check", pick.oneIn(3) ? filter(table, table, 0) : JSON.objectNode());
            Set<String> columns = new TreeSet<>(table.columns().keySet());
            columns.remove("id");
            String preset = pick.one(columns);
            columns.remove(preset);
            pick.some(columns).forEach(permission.putArray("columns")::add);
            preset(table, preset, pick.oneIn(2), permission);
        }

        /** Columns that cannot be null are always among them, or set. */
        private void inserts(Table table, String role, ObjectNode entry) {
            ObjectNode insert = entry.withArray("insert_permissions").addObject();
            ObjectNode permission = insert.put("role", role).putObject("permission");
            // a nested insert must meet several
            permission.set("check", pick.oneIn(4) ? filter(table, table, 0) : JSON.objectNode());
            Set<String> columns = new TreeSet<>(table.columns().keySet());
            columns.remove("id");
            String preset = pick.one(columns);
            boolean isSet = pick.oneIn(2);
            columns.removeIf(c -> c.equals(preset) && isSet || table.mayLack(c) && pick.oneIn(3));
            columns.add("id");
            columns.forEach(permission.putArray("columns")::add);
            preset(table, preset, isSet, permission);
        }

        private void preset(Table table, String column, boolean isSet, ObjectNode permission) {
            ObjectNode set = permission.putObject("set");
            if (isSet) {
                Type type = table.columns().get(column);
                Object value = pick.oneIn(2) ? "X-Hasura-" + type : pick.value(type);
                set.set(column, plain(JSON.pojoNode(value)));
            }
        }

        private void relationship(Rel rel, ObjectNode entry) {
            ObjectNode manual =
                    entry.put("name", rel.name())
                            .putObject("using")
                            .putObject("manual_configuration");
            manual.putObject("remote_table").put("schema", "public").put("name", rel.target());
            manual.putObject("column_mapping").put(rel.own(), rel.theirs());
        }

        private void permission(Table table, ObjectNode permission) {
            ArrayNode columns = permission.putArray("columns");
            pick.some(table.columns().keySet()).forEach(columns::add);
            ArrayNode computed = permission.putArray("computed_fields");
            if (!table.computed().isEmpty() && pick.oneIn(2)) {
                pick.some(table.computed().keySet()).forEach(computed::add);
            }
            permission.set("filter", pick.oneIn(5) ? JSON.objectNode() : filter(table, table, 3));
            if (pick.oneIn(4)) {
                permission.put("limit", pick.below(5));
            }
            permission.put("allow_aggregations", pick.random().nextBoolean());
        }

        private ObjectNode filter(Table root, Table table, int depth) {
            ObjectNode filter = JSON.objectNode();
            for (int i = 1 + pick.below(2); i > 0; i--) {
                key(root, table, depth, filter);
            }
            return filter;
        }

        private void key(Table root, Table table, int depth, ObjectNode filter) {
            switch (depth == 0 ? 9 : pick.below(10)) {
                case 0 -> filter.set("_and", list(root, table, depth - 1));
                case 1, 2 -> filter.set("_or", list(root, table, depth - 1));
                case 3 -> filter.set("_not", filter(root, table, depth - 1));
                case 4 -> {
                    Table other = pick.of(Garden.TABLES);
                    ObjectNode exists = filter.putObject("_exists");
                    exists.putObject("_table").put("schema", "public").put("name", other.name());
                    exists.set("_where", filter(root, other, depth - 1));
                }
                case 5, 6 -> {
                    Rel rel = table.tracked().get(pick.one(table.tracked().keySet()));
                    filter.set(rel.name(), filter(root, Garden.table(rel.target()), depth - 1));
                }
                default -> {
                    String column = pick.one(table.columns().keySet());
                    filter.set(column, comparison(root, table, column));
                }
            }
        }

        private ArrayNode list(Table root, Table table, int depth) {
            ArrayNode list = JSON.arrayNode();
            for (int i = pick.below(4); i > 0; i--) {
                list.add(filter(root, table, depth));
            }
            return list;
        }

        private JsonNode comparison(Table root, Table table, String column) {
            Type type = table.columns().get(column);
            ObjectNode tests = JSON.objectNode();
            switch (pick.below(7)) {
                case 0 -> tests.put("_is_null", pick.random().nextBoolean());
                case 1 ->
                        pick.values(type)
                                .forEach(tests.putArray(pick.oneIn(2) ? "_in" : "_nin")::addPOJO);
                case 2 -> session(type, tests);
                case 3 ->
                        tests.set(
                                "_c" + pick.of(List.of("eq", "gt", "lte", "ne")),
                                column(root, table, type));
                default -> tests.putPOJO(pick.of(ORDERED), pick.value(type));
            }
            return plain(tests);
        }

        private void session(Type type, ObjectNode tests) {
            if (type == Type.INT && pick.oneIn(3)) {
                tests.put(pick.oneIn(2) ? "_in" : "_nin", "X-Hasura-Ids");
            } else {
                tests.put(pick.of(ORDERED), "X-Hasura-" + type);
            }
        }

        private JsonNode column(Table root, Table table, Type type) {
            List<Rel> objects =
                    new TreeMap<>(table.tracked())
                            .values().stream().filter(rel -> !rel.array()).toList();
            if (!objects.isEmpty() && pick.oneIn(4)) {
                Rel rel = pick.of(objects);
                List<String> columns = ofType(Garden.table(rel.target()), type);
                if (!columns.isEmpty()) {
                    return JSON.arrayNode().add(rel.name()).add(pick.one(columns));
                }
            }
            List<String> ofRoot = ofType(root, type);
            return ofRoot.isEmpty() || pick.oneIn(2)
                    ? JSON.textNode(pick.one(ofType(table, type)))
                    : JSON.arrayNode().add("$").add(pick.one(ofRoot));
        }

        private static List<String> ofType(Table table, Type type) {
            return table.columns().keySet().stream()
                    .filter(c -> table.columns().get(c) == type)
                    .toList();
        }

        /** Values of Java as JSON. */
        private static JsonNode plain(JsonNode node) {
            if (node instanceof POJONode pojo) {
                Object value = pojo.getPojo();
                return value instanceof Integer number
                        ? JSON.numberNode(number)
                        : value instanceof Boolean flag
                                ? JSON.booleanNode(flag)
                                : JSON.textNode((String) value);
            }
            if (node instanceof ObjectNode object) {
                object.properties().forEach(e -> e.setValue(plain(e.getValue())));
            } else if (node instanceof ArrayNode list) {
                for (int i = 0; i < list.size(); i++) {
                    list.set(i, plain(list.get(i)));
                }
            }
            return node;
        }
    }
}
