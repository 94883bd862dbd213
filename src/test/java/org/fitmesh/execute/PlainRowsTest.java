package org.fitmesh.execute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fitmesh.catalog.CatalogReader;
import org.fitmesh.graphql.operation.DocumentLimits;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.Planner;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.plan.compile.Result;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.telemetry.trace.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** The JSON made of plain rows is, byte for byte, that of PostgreSQL's own functions. */
class PlainRowsTest {
    private static final String[] TEXTS = {
        "''",
        "'plain'",
        "' blank '",
        "'\"quoted\" \\ and / and ''single'''",
        "(select string_agg(chr(n), '') from generate_series(1, 32) n)",
        "chr(127) || U&'\\0085\\2028\\2029\\FEFF'",
        "U&'\\00e4\\20ac\\4e2d\\+01F600'",
        "repeat(E'long \\u00e4\"', 20000)"
    };

    private static final String[] TIMES = {
        "'infinity'",
        "'-infinity'",
        "'2026-01-02 03:04:05'",
        "'2026-07-02 23:59:59.9'",
        "'1999-12-31 23:59:59.000001'",
        "'0001-01-01 00:00:00 BC'",
        "'4713-01-02 12:00:00.5 BC'",
        "'1850-06-01 12:00:00'",
        "'9999-12-31 23:59:59.999999'",
        "'12345-06-07 08:09:10'"
    };

    /** Values in SQL, by their type; null is among all of them. */
    private static final Map<String, String[]> VALUES = new TreeMap<>();

    static {
        VALUES.put("text", TEXTS);
        VALUES.put("varchar", TEXTS);
        VALUES.put("bpchar(9)", new String[] {"'a'", "' b \"'", "''"});
        VALUES.put("\"char\"", new String[] {"'a'", "'\"'", "''"});
        VALUES.put("name", new String[] {"'a \"name\"'", "''"});
        VALUES.put("bool", new String[] {"true", "false"});
        VALUES.put("int2", new String[] {"-32768", "32767", "0"});
        VALUES.put("int4", new String[] {"-2147483648", "2147483647", "0", "1234"});
        VALUES.put(
                "int8", new String[] {"-9223372036854775808", "9223372036854775807", "12345678"});
        VALUES.put("oid", new String[] {"0", "4294967295"});
        VALUES.put(
                "numeric",
                new String[] {
                    "'NaN'", "'Infinity'", "'-Infinity'", "1e-30", "1e30", "-0.10", "1.000", "0"
                });
        VALUES.put("numeric(9,3)", new String[] {"1", "-123456.789", "'NaN'"});
        String[] floats = {"'NaN'", "'Infinity'", "'-Infinity'", "1e-30", "1e30", "0.1", "'-0'"};
        VALUES.put("float4", floats);
        VALUES.put("float8", floats);
        VALUES.put("money", new String[] {"1234.5", "-1"});
        VALUES.put("uuid", new String[] {"'01234567-89ab-cdef-8123-456789abcdef'"});
        VALUES.put("timestamp", TIMES);
        VALUES.put("timestamptz", TIMES);
        VALUES.put("timestamptz(0)", TIMES);
        VALUES.put(
                "date",
                new String[] {
                    "'infinity'", "'-infinity'", "'2026-01-02'", "'0001-01-01 BC'", "'12345-06-07'"
                });
        VALUES.put("time", new String[] {"'24:00:00'", "'00:00:00'", "'03:04:05.678900'"});
        VALUES.put("timetz", new String[] {"'24:00:00+00'", "'03:04:05.6789-03:30'"});
        VALUES.put("interval", new String[] {"'1 year 2 days -03:04:05.6'", "'0'"});
        String[] json = {
            "'null'",
            "'{}'",
            "E'{\"b\" : [1,\\n 2.50, \"\\\\u00e4\\\\\\\\\"], \"b\":true , \"a\":{\"c\":[]}}'",
            "'\"text\"'",
            "'1e2'"
        };
        VALUES.put("json", json);
        VALUES.put("jsonb", json);
        VALUES.put("bytea", new String[] {"'\\x00ff5c22'", "''"});
        VALUES.put("inet", new String[] {"'10.0.0.1'", "'10.0.0.0/8'", "'::1'"});
        VALUES.put("point", new String[] {"'(1,2.5)'"});
        VALUES.put("bit(3)", new String[] {"B'101'"});
        VALUES.put("tsvector", new String[] {"'a \"quoted\" word'"});
        VALUES.put("int4range", new String[] {"'[1,5)'", "'empty'"});
        VALUES.put("int4[]", new String[] {"'{}'", "'{1,NULL,3}'", "'{{1,2},{3,4}}'"});
        VALUES.put("text[]", new String[] {"array['\"', null, 'a,b', E'\\n']"});
        VALUES.put("timestamptz[]", new String[] {"array['2026-01-02 03:04:05'::timestamptz]"});
        VALUES.put("jsonb[]", new String[] {"array['{\"a\": [1]}'::jsonb]"});
        VALUES.put("feeling", new String[] {"'happy'", "'so \"so\"'"});
        VALUES.put("loudness", new String[] {"'low'"});
        VALUES.put("dwelling", new String[] {"('a \"street\"', 12)"});
        VALUES.put("whole", new String[] {"1"});
        VALUES.put("padded", new String[] {"'a'"});
        VALUES.put("labels", new String[] {"'{a,b}'"});
        VALUES.put("moment", TIMES);
    }

    private static final String TYPES =
            """
            create type feeling as enum ('happy', 'so "so"');
            create type loudness as enum ('low');
            create function loudness_json(loudness) returns json language sql immutable
                return '{"loudness": 1}'::json;
            create cast (loudness as json) with function loudness_json(loudness);
            create type dwelling as (street text, number int);
            create domain whole as int;
            create domain padded as char(3);
            create domain labels as text[];
            create domain moment as timestamptz;
            """;

    @RegisterExtension static final KitchenDatabase database = new KitchenDatabase();

    private static final ObjectNode NONE = JsonNodeFactory.instance.objectNode();
    private static final Binding NO_VALUES = new Binding(NONE, Map.of());

    private static final List<String> TABLES = new ArrayList<>();
    private static RoleSchema schema;

    private Connection connection;

    @BeforeAll
    static void tablesOfAllTypes() throws SQLException, IOException {
        ObjectNode metadata = (ObjectNode) new ObjectMapper().readTree("{\"version\": 3}");
        ObjectNode source = metadata.putArray("sources").addObject();
        source.put("name", "default").put("kind", "postgres").putArray("tables");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(TYPES);
            for (Map.Entry<String, String[]> type : VALUES.entrySet()) {
                String table = "plain_" + TABLES.size();
                TABLES.add(table);
                statement.execute(
                        "create table %s (id int primary key, value %s)"
                                .formatted(table, type.getKey()));
                statement.execute("insert into %s values (0, null)".formatted(table));
                insert(statement, table, type.getValue());
            }
            statement.execute("create table plain_changed (id int primary key, value text)");
            statement.execute("insert into plain_changed values (1, '12')");
            for (String table : TABLES) {
                track(source, table);
            }
            track(source, "plain_changed");
            tree(source, statement);
            schema =
                    KitchenDatabase.schemas(
                                    CatalogReader.read(connection), MetadataReader.read(metadata))
                            .byRole()
                            .get("admin");
        }
    }

    private static void insert(Statement statement, String table, String[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.execute("insert into %s values (%d, %s)".formatted(table, i + 1, values[i]));
        }
    }

    /** A table whose rows have a parent and children among them. */
    private static void tree(ObjectNode source, Statement statement) throws SQLException {
        statement.execute("create table plain_tree (id int primary key, parent int, name text)");
        statement.execute(
                "insert into plain_tree values (1, null, 'root'), (2, 1, null), (3, 2, '\"'), (4, 9, '')");
        track(source, "plain_tree");
        ArrayNode tables = (ArrayNode) source.get("tables");
        ObjectNode tree = (ObjectNode) tables.get(tables.size() - 1);
        relationship(tree.putArray("object_relationships"), "up", "parent", "id");
        relationship(tree.putArray("array_relationships"), "down", "id", "parent");
    }

    private static void relationship(ArrayNode to, String name, String own, String other) {
        ObjectNode manual =
                to.addObject()
                        .put("name", name)
                        .putObject("using")
                        .putObject("manual_configuration");
        manual.putObject("remote_table").put("schema", "public").put("name", "plain_tree");
        manual.putObject("column_mapping").put(own, other);
    }

    private static void track(ObjectNode source, String table) {
        source.withArray("tables")
                .addObject()
                .putObject("table")
                .put("schema", "public")
                .put("name", table);
    }

    /** The driver asks for binary forms, where it can, once a statement is prepared. */
    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        connection.unwrap(PGConnection.class).setPrepareThreshold(1);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    static List<String> types() {
        return List.copyOf(VALUES.keySet());
    }

    @ParameterizedTest
    @MethodSource("types")
    void valuesOfEveryTypeAreWrittenAsPostgresWritesThem(String type) throws SQLException {
        String table = TABLES.get(types().indexOf(type));
        String query = "{ %s(order_by: {id: asc}) { value __typename key: id } }".formatted(table);
        String rows = "select value, '%1$s' as \"__typename\", id as key from %1$s order by id";
        for (int execution = 0; execution < 3; execution++) {
            assertThat(answer(query, false)).isEqualTo(list(rows.formatted(table)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns", "Africa/Lagos"})
    void timesAreInTheZoneOfTheConnection(String zone) throws SQLException {
        run("set time zone '" + zone + "'");
        for (String type : List.of("timestamptz", "timestamp", "moment", "timetz", "date")) {
            valuesOfEveryTypeAreWrittenAsPostgresWritesThem(type);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"int8", "numeric", "float8", "money", "int4"})
    void numbersThatJavaScriptWouldRoundAreStringsWhereAsked(String type) throws SQLException {
        String table = TABLES.get(types().indexOf(type));
        String value = type.equals("int4") ? "value" : "value::text as value";
        assertThat(answer("{ %s(order_by: {id: asc}) { value } }".formatted(table), true))
                .isEqualTo(list("select %s from %s order by id".formatted(value, table)));
    }

    @Test
    void rowsByKeyAndListsOfNoRowsAreWrittenAsPostgresWritesThem() throws SQLException {
        String table = TABLES.get(types().indexOf("jsonb"));
        assertThat(answer("{ %s_by_pk(id: 3) { id value }}".formatted(table), false))
                .isEqualTo(
                        text(
                                "select row_to_json(r) from (select * from %s where id = 3) r",
                                table));
        assertThat(answer("{ %s_by_pk(id: -1) { id value }}".formatted(table), false))
                .isEqualTo("null");
        assertThat(answer("{ %s(where: {id: {_lt: 0}}) { id }}".formatted(table), false))
                .isEqualTo("[]");
        assertThat(
                        answer(
                                "{ %s(where: {id: {_gt: 1}}, order_by: {id: asc}) { value(path: \"a\") }}"
                                        .formatted(table),
                                false))
                .isEqualTo(
                        list(
                                "select value #> '{a}' as value from %s where id > 1 order by id"
                                        .formatted(table)));
    }

    @Test
    void relatedRowsAreWrittenAsPostgresWritesThem() throws SQLException {
        String query =
                """
                { plain_tree(order_by: {id: asc}, limit: 9) {
                    up { name up { __typename id up { id } down(order_by: {id: asc}) { id up { id } } } }
                    id
                    down_aggregate { aggregate { count } }
                    down(order_by: {id: asc}) { name }
                    parent: up { id }
                } }""";
        String rows =
                """
                select
                  (select row_to_json(r) from (select a.name, (
                     select row_to_json(r) from (select 'plain_tree' as "__typename", b.id, (
                         select row_to_json(r) from (select c.id from plain_tree c where c.id = b.parent) r) as up, (
                         select coalesce(json_agg(row_to_json(r)), '[]') from (select d.id, (
                            select row_to_json(r) from (select e.id from plain_tree e where e.id = d.parent) r) as up
                           from plain_tree d where d.parent = b.id order by id) r) as down
                       from plain_tree b where b.id = a.parent) r) as up
                    from plain_tree a where a.id = t.parent) r) as up,
                  id,
                  (select row_to_json(r) from (select (select row_to_json(r) from (
                     select count(*) from plain_tree f where f.parent = t.id) r) as aggregate) r) as down_aggregate,
                  (select coalesce(json_agg(row_to_json(r)), '[]')
                    from (select name from plain_tree g where g.parent = t.id order by id) r) as down,
                  (select row_to_json(r) from (select h.id from plain_tree h where h.id = t.parent) r) as parent
                from plain_tree t order by id""";
        assertThat(answer(query, false)).isEqualTo(list(rows));
        assertThat(answer("{ plain_tree_by_pk(id: 3) { up { up { up { id } name } } } }", false))
                .isEqualTo("{\"up\":{\"up\":{\"up\":null,\"name\":\"root\"}}}");
        assertThat(answer("{ plain_tree_by_pk(id: 4) { up { name } name } }", false))
                .isEqualTo("{\"up\":null,\"name\":\"\"}");
        assertThat(answer("{ plain_tree_by_pk(id: 5) { up { name } } }", false)).isEqualTo("null");
    }

    /** More values than a select may give are written by PostgreSQL as one. */
    @Test
    void moreValuesThanASelectMayGiveAreStillAnswered() throws SQLException {
        StringBuilder query = new StringBuilder("{ plain_tree_by_pk(id: 2) { up {");
        for (int i = 0; i < 1_650; i++) {
            query.append(" a").append(i).append(": id");
        }
        assertThat(json(query.append("} } }").toString())).startsWith("{\"up\":{\"a0\":1,");
    }

    /** The catalog may be older than the table: what leaves must be JSON all the same. */
    @Test
    void aColumnThatHasChangedItsTypeMeanwhileIsWrittenAsText() throws SQLException {
        String query = "{ plain_changed { value } }";
        assertThat(answer(query, false)).isEqualTo("[{\"value\":\"12\"}]");
        run("alter table plain_changed alter value type int using value::int");
        assertThat(answer(query, false)).isEqualTo("[{\"value\":\"12\"}]");
        run("alter table plain_changed alter value type text");
    }

    private String json(String query) {
        return new Statements(connection, NO_VALUES, new Traces())
                .query(plan(query, false))
                .toString();
    }

    private String answer(String query, boolean stringify) {
        RootPlan.Query plan = plan(query, stringify);
        // else this compares PostgreSQL with itself
        assertThat(plan.statement().result()).isInstanceOf(Result.Rows.class);
        return new Statements(connection, NO_VALUES, new Traces()).query(plan).toString();
    }

    private static RootPlan.Query plan(String query, boolean stringify) {
        return (RootPlan.Query)
                Planner.plan(
                                schema,
                                stringify,
                                ParsedDocument.parse(query, DocumentLimits.DEFAULT)
                                        .operation(schema.types(), Optional.empty(), NONE))
                        .steps()
                        .inOrder()
                        .get(0);
    }

    private String list(String rows) throws SQLException {
        return text("select coalesce(json_agg(row_to_json(r)), '[]') from (%s) r", rows);
    }

    private String text(String sql, String argument) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql.formatted(argument))) {
            result.next();
            return result.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
