package org.fitmesh.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.execute.KitchenDatabase;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.metadata.SourceCustomization;
import org.fitmesh.metadata.SourceCustomization.Affixes;
import org.fitmesh.naming.NamingConvention;
import org.fitmesh.schema.type.TypeOptions;
import org.fitmesh.schema.type.TypesOfTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Schemas that take over from those before must be what they would be if there were none. */
class NextSchemasTest {
    @RegisterExtension static final KitchenDatabase database = new KitchenDatabase();

    @Test
    void theSameSourcesGiveTheSameSchemas() throws IOException {
        RoleSchemas before = RoleSchemas.build(sources(KitchenDatabase.metadata()));
        assertThat(before.next(sources(KitchenDatabase.metadata())) == before).isTrue();
    }

    /** Each entry of each list of each table is taken out once, and put back. */
    @TestFactory
    Stream<DynamicTest> aChangedEntryGivesWhatSchemasFromNothingGive() throws IOException {
        ObjectNode whole = KitchenDatabase.metadata();
        RoleSchemas before = RoleSchemas.build(sources(whole));
        return entries(whole).stream()
                .map(
                        pointer ->
                                DynamicTest.dynamicTest(
                                        pointer, () -> compareWithout(pointer, whole, before)));
    }

    private static void compareWithout(String pointer, ObjectNode whole, RoleSchemas before) {
        int slash = pointer.lastIndexOf('/');
        ObjectNode less = whole.deepCopy();
        ArrayNode list = (ArrayNode) less.at(pointer.substring(0, slash));
        list.remove(Integer.parseInt(pointer.substring(slash + 1)));
        RoleSchemas next = before.next(sources(less));
        assertThat(differences(next, RoleSchemas.build(sources(less)))).isEmpty();
        assertThat(differences(next.next(sources(whole)), before)).isEmpty();
    }

    /** By name alone: as text, schemas are larger than a report can be. */
    private static List<String> differences(RoleSchemas some, RoleSchemas others) {
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, RoleSchema> role : others.byRole().entrySet()) {
            Map<String, NamedType> wanted = role.getValue().types().types();
            Map<String, NamedType> types = some.of(role.getKey()).types().types();
            Set<String> names = new TreeSet<>(wanted.keySet());
            names.addAll(types.keySet());
            names.removeIf(name -> Objects.equals(wanted.get(name), types.get(name)));
            names.forEach(name -> different.add(role.getKey() + ": " + name));
        }
        if (different.isEmpty() && !some.equals(others)) {
            different.add("something else than types");
        }
        return different;
    }

    private static List<String> entries(ObjectNode metadata) {
        List<String> pointers = new ArrayList<>();
        JsonNode tables = metadata.at("/sources/0/tables");
        for (int i = 0; i < tables.size(); i++) {
            String table = "/sources/0/tables/" + i;
            pointers.add(table);
            for (Map.Entry<String, JsonNode> part : tables.get(i).properties()) {
                for (int n = 0; part.getValue().isArray() && n < part.getValue().size(); n++) {
                    pointers.add(table + "/" + part.getKey() + "/" + n);
                }
            }
        }
        return pointers;
    }

    @Test
    void aChangedColumnGivesWhatSchemasFromNothingGive() throws IOException {
        RoleSchemas before = RoleSchemas.build(sources(KitchenDatabase.metadata()));
        Catalog catalog = database.catalog();
        for (TableName name : catalog.tables().keySet()) {
            Catalog less = with(catalog, name, NextSchemasTest::withOtherNullability);
            RoleSchemas.Sources sources = sources(less, KitchenDatabase.metadata());
            assertThat(differences(before.next(sources), RoleSchemas.build(sources))).isEmpty();
        }
    }

    /** What tables give is spelled, and left out, as the options say: it is made anew. */
    @TestFactory
    Stream<DynamicTest> changedOptionsGiveWhatSchemasFromNothingGive() throws IOException {
        SourceCustomization usual = SourceCustomization.NONE;
        SourceCustomization spelled = usual.with(NamingConvention.GRAPHQL_DEFAULT);
        RoleSchemas before = RoleSchemas.build(sources(KitchenDatabase.metadata()));
        return Map.of(
                        "naming convention", options(spelled, TypeOptions.ALL),
                        "no update_many", options(usual, new TypeOptions(false, true, true)),
                        "no predicates", options(usual, new TypeOptions(true, false, true)),
                        "no arrays", options(usual, new TypeOptions(true, true, false)))
                .entrySet()
                .stream()
                .map(
                        other ->
                                DynamicTest.dynamicTest(
                                        other.getKey(), () -> compare(before, other.getValue())));
    }

    private static void compare(RoleSchemas before, RoleSchemas.Options options)
            throws IOException {
        ObjectNode metadata = KitchenDatabase.metadata();
        RoleSchemas.Sources others = sources(metadata, options);
        RoleSchemas next = before.next(others);
        assertThat(differences(next, before)).isNotEmpty();
        assertThat(differences(next, RoleSchemas.build(others))).isEmpty();
        assertThat(differences(next.next(sources(metadata)), before)).isEmpty();
    }

    /** Which types keep their names whatever the source's customization is stays known. */
    @Test
    void aChangedEntryGivesWhatSchemasFromNothingGiveWhereNamesAreCustomized() throws IOException {
        Affixes ours = new Affixes("our", "now");
        RoleSchemas.Options options =
                options(
                        new SourceCustomization(
                                Optional.empty(),
                                ours,
                                ours,
                                Optional.of(NamingConvention.GRAPHQL_DEFAULT)),
                        TypeOptions.ALL);
        RoleSchemas before = RoleSchemas.build(sources(KitchenDatabase.metadata(), options));
        ObjectNode less = KitchenDatabase.metadata();
        ((ArrayNode) less.at("/sources/0/tables/0/select_permissions")).remove(0);
        RoleSchemas.Sources sources = sources(less, options);
        RoleSchemas next = before.next(sources);
        assertThat(next.of("admin").types().types()).containsKeys("OrderBy", "StringComparisonExp");
        assertThat(differences(next, RoleSchemas.build(sources))).isEmpty();
    }

    private static RoleSchemas.Options options(SourceCustomization names, TypeOptions types) {
        return new RoleSchemas.Options(true, false, names, "default", types);
    }

    @Test
    void tablesThatStayAreTakenOver() throws IOException {
        RoleSchemas before = RoleSchemas.build(sources(KitchenDatabase.metadata()));
        ObjectNode less = KitchenDatabase.metadata();
        JsonNode first = less.at("/sources/0/tables/0/select_permissions/0");
        assertThat(first.path("role").asText()).isEqualTo("user");
        first.withObject("/permission").putArray("columns").add("id");
        RoleSchemas next = before.next(sources(less));
        assertThat(next.of("admin") == before.of("admin")).isTrue();
        assertThat(next.of("nobody") == before.of("nobody")).isTrue();
        Map<TableName, TypesOfTable> were = before.of("user").parts();
        Map<TableName, TypesOfTable> are = next.of("user").parts();
        TableName users = TableName.inPublic("users");
        assertThat(are.get(users) == were.get(users)).isFalse();
        List<TableName> far = new ArrayList<>(are.keySet());
        far.removeIf(name -> leadsTo(are.get(name), users));
        assertThat(far).isNotEmpty();
        assertThat(far).allMatch(name -> are.get(name) == were.get(name));
    }

    private static boolean leadsTo(TypesOfTable part, TableName name) {
        return Stream.concat(Stream.of(part.table()), part.related().stream())
                .anyMatch(table -> table.model().name().equals(name));
    }

    private static RoleSchemas.Sources sources(ObjectNode metadata) {
        return sources(database.catalog(), metadata);
    }

    private static RoleSchemas.Sources sources(ObjectNode metadata, RoleSchemas.Options options) {
        return KitchenDatabase.sourcesWithCode(
                database.catalog(), MetadataReader.read(metadata), options);
    }

    private static RoleSchemas.Sources sources(Catalog catalog, ObjectNode metadata) {
        return KitchenDatabase.sourcesWithCode(
                catalog, MetadataReader.read(metadata), RoleSchemas.Options.USUAL);
    }

    private static Table withOtherNullability(Table table) {
        Map<String, Column> columns = new LinkedHashMap<>(table.columns());
        columns.replaceAll((name, column) -> withOtherNullability(column));
        return table.withColumns(columns);
    }

    private static Column withOtherNullability(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.baseType(),
                !column.nullable(),
                column.hasDefault(),
                column.insertable(),
                column.updatable(),
                column.comment(),
                column.enumeration());
    }

    private static Catalog with(Catalog catalog, TableName name, Function<Table, Table> change) {
        Map<TableName, Table> tables = new LinkedHashMap<>(catalog.tables());
        tables.computeIfPresent(name, (key, table) -> change.apply(table));
        return new Catalog(tables, catalog.functions(), catalog.enums());
    }
}
