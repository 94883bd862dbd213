package org.fitmesh.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogReaderTest {
    private static EmbeddedPostgres postgres;
    private static Catalog catalog;

    @BeforeAll
    static void read() throws Exception {
        postgres = EmbeddedPostgres.start();
        try (InputStream sql = CatalogReaderTest.class.getResourceAsStream("tables.sql");
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            catalog = CatalogReader.read(connection);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void listsTheApplicationsTablesOnly() {
        assertThat(catalog.tables().keySet())
                .extracting(TableName::toString)
                .containsExactly(
                        "other.Mixed Case",
                        "account",
                        "account_entry",
                        "account_names",
                        "account_ruled",
                        "account_totals",
                        "far",
                        "measure",
                        "measure_2026",
                        "measure_note",
                        "membership",
                        "seat");
        assertThat(catalog.find(new TableName("other", "Mixed Case"))).isPresent();
    }

    @Test
    void listsTheApplicationsFunctionsOnly() {
        assertThat(catalog.functions().keySet())
                .extracting(FunctionName::toString)
                .containsExactly(
                        "other.Mixed Case", "account_of", "any_of", "keep", "overloaded", "touch");
    }

    @Test
    void functionsKnowWhatTheyTake() {
        SqlFunction function = function("account_of");
        assertThat(function.arguments())
                .extracting(
                        a -> a.name().orElse("-") + " " + a.type().name() + " " + a.hasDefault())
                .containsExactly("word text false", "- _int4 true", "seat membership true");
        assertThat(function.returnedTable()).contains(TableName.inPublic("account"));
        assertThat(function.returnsSet()).isTrue();
        assertThat(function.variadic()).isFalse();
        assertThat(function.volatility()).isEqualTo(SqlFunction.Volatility.STABLE);
        assertThat(function.comment()).contains("finds accounts");
        assertThat(function("any_of").variadic()).isTrue();
        assertThat(function("any_of").volatility()).isEqualTo(SqlFunction.Volatility.IMMUTABLE);
    }

    @Test
    void whatAFunctionOnlyGivesIsNoArgument() {
        assertThat(function("touch").arguments())
                .extracting(argument -> argument.name().orElse("-"))
                .containsExactly("given", "same");
        assertThat(function("touch").returnType().kind()).isEqualTo(PgType.Kind.PSEUDO);
        assertThat(function("touch").volatility()).isEqualTo(SqlFunction.Volatility.VOLATILE);
    }

    @Test
    void overloadsStandSideBySide() {
        assertThat(catalog.find(FunctionName.inPublic("overloaded"))).hasSize(2);
        assertThat(catalog.find(FunctionName.inPublic("ghost"))).isEmpty();
    }

    @Test
    void tellsTablesFromViews() {
        assertThat(kind("account")).isEqualTo(Table.Kind.TABLE);
        assertThat(kind("measure")).isEqualTo(Table.Kind.PARTITIONED_TABLE);
        assertThat(kind("far")).isEqualTo(Table.Kind.TABLE);
        assertThat(kind("account_names")).isEqualTo(Table.Kind.VIEW);
        assertThat(kind("account_totals")).isEqualTo(Table.Kind.MATERIALIZED_VIEW);
    }

    @Test
    void columnsKeepTheirOrder() {
        assertThat(table("account").columns().keySet())
                .containsExactly(
                        "id", "number", "email", "mood", "tags", "moods", "shout", "span", "made");
    }

    @Test
    void typesAreInternalNames() {
        assertThat(column("account", "number").type()).isEqualTo(PgType.builtIn("int4"));
        assertThat(column("account", "mood").type())
                .isEqualTo(new PgType("public", "mood", PgType.Kind.ENUM, Optional.empty()));
        assertThat(column("account", "span").type().kind()).isEqualTo(PgType.Kind.RANGE);
        assertThat(column("seat", "place").type().kind()).isEqualTo(PgType.Kind.COMPOSITE);
    }

    @Test
    void arraysKnowTheirElements() {
        PgType tags = column("account", "tags").type();
        assertThat(tags.name()).isEqualTo("_text");
        assertThat(tags.isArray()).isTrue();
        assertThat(tags.element()).contains(PgType.builtIn("text"));
        assertThat(column("account", "moods").type().element().orElseThrow().kind())
                .isEqualTo(PgType.Kind.ENUM);
        assertThat(column("seat", "vector").type().isArray()).isFalse();
    }

    @Test
    void domainsAreResolvedToTheirBase() {
        Column email = column("account", "email");
        assertThat(email.type().name()).isEqualTo("work_email");
        assertThat(email.type().kind()).isEqualTo(PgType.Kind.DOMAIN);
        assertThat(email.effectiveType()).isEqualTo(PgType.builtIn("text"));
        assertThat(email.nullable()).as("the domain is not null").isFalse();
        assertThat(column("account", "number").baseType()).isEmpty();
    }

    @Test
    void generatedColumnsCannotBeWritten() {
        assertThat(column("account", "id"))
                .matches(Column::hasDefault)
                .matches(c -> !c.insertable() && !c.updatable() && !c.nullable());
        assertThat(column("account", "shout")).matches(c -> !c.insertable() && !c.updatable());
        assertThat(column("account", "made")).matches(c -> c.hasDefault() && c.insertable());
        assertThat(column("account", "number")).matches(c -> !c.hasDefault() && c.insertable());
        assertThat(column("account", "mood").nullable()).isTrue();
    }

    @Test
    void viewsSayWhatCanBeWritten() {
        Table names = table("account_names");
        assertThat(names).matches(t -> t.insertable() && t.updatable() && t.deletable());
        assertThat(names.columns().get("number").insertable()).isTrue();
        assertThat(names.columns().get("loud").insertable()).isFalse();
        assertThat(table("account_totals"))
                .matches(t -> !t.insertable() && !t.updatable() && !t.deletable());
        assertThat(table("account")).matches(t -> t.insertable() && t.deletable());
    }

    @Test
    void aTriggerOrRuleThatInsertsInsteadTakesEveryColumn() {
        for (String view : List.of("account_entry", "account_ruled")) {
            assertThat(table(view)).as(view).matches(t -> t.insertable() && !t.updatable());
            assertThat(table(view).columns().values())
                    .as(view)
                    .hasSize(2)
                    .allMatch(c -> c.insertable() && !c.updatable());
        }
    }

    @Test
    void keysKeepTheOrderOfTheirColumns() {
        assertThat(table("membership").constraints())
                .containsExactly(
                        new UniqueConstraint("a_first", List.of("since", "team"), false),
                        new UniqueConstraint("membership_pkey", List.of("team", "account"), true));
        assertThat(table("membership").primaryKey()).isPresent();
        assertThat(table("account_names").primaryKey()).isEmpty();
    }

    @Test
    void indexesEndBeforeWhatDoesNotSortAsItsColumn() {
        assertThat(table("account").indexes())
                .containsExactly(
                        new OrderedIndex(List.of("id")),
                        new OrderedIndex(List.of("number", "made")));
        assertThat(table("seat").indexes()).containsExactly(new OrderedIndex(List.of("holder")));
    }

    @Test
    void indexesOfSomeRowsOrOfAnotherKindAreLeftOut() {
        assertThat(table("membership").indexes())
                .containsExactly(
                        new OrderedIndex(List.of("since", "team")),
                        new OrderedIndex(List.of("team", "account")));
        assertThat(table("measure").indexes()).isEmpty();
    }

    @Test
    void foreignKeysMapColumnsInTheOrderOfTheKey() {
        ForeignKey key = table("seat").foreignKeys().get(0);
        assertThat(key.references()).isEqualTo(TableName.inPublic("membership"));
        assertThat(List.copyOf(key.columns().entrySet()))
                .containsExactly(Map.entry("team_name", "team"), Map.entry("holder", "account"));
    }

    @Test
    void aPartitionedTableIsReferredToOnce() {
        assertThat(table("measure_note").foreignKeys())
                .extracting(ForeignKey::references)
                .containsExactly(TableName.inPublic("measure"));
    }

    @Test
    void onlyTriggersOfOthersCount() {
        assertThat(table("account").hasTriggers()).isTrue();
        assertThat(table("membership").hasTriggers()).as("fitmesh_… only").isFalse();
        assertThat(table("seat").hasTriggers()).as("foreign key triggers only").isFalse();
    }

    @Test
    void rowsAreSeenInViewsAndByInheritance() {
        assertThat(table("account").seenElsewhere()).as("views").isTrue();
        assertThat(table("measure").seenElsewhere()).as("a partition").isTrue();
        assertThat(table("measure_2026").seenElsewhere()).as("its parent").isTrue();
        assertThat(table("account_names").seenElsewhere()).as("the view itself").isFalse();
        assertThat(table("membership").seenElsewhere()).isFalse();
    }

    @Test
    void commentsAreRead() {
        assertThat(table("account").comment()).contains("Who pays");
        assertThat(column("account", "number").comment()).contains("As printed on the card");
        assertThat(column("account", "mood").comment()).isEmpty();
    }

    private static SqlFunction function(String name) {
        return catalog.find(FunctionName.inPublic(name)).get(0);
    }

    private static Table table(String name) {
        return catalog.find(TableName.inPublic(name)).orElseThrow();
    }

    private static Table.Kind kind(String name) {
        return table(name).kind();
    }

    private static Column column(String table, String name) {
        return table(table).column(name).orElseThrow();
    }
}
