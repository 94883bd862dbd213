package org.fitmesh.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fitmesh.catalog.keys.Badge;
import org.fitmesh.catalog.keys.Employee;
import org.fitmesh.catalog.keys.Person;
import org.fitmesh.catalog.keys.Seat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EntityKeysTest {
    private static final UUID ADA = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID BOB = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    private static final String TABLES =
            """
            create schema staff;
            create table staff.person (id uuid primary key, dtype text, name text);
            create table staff.employee (id uuid primary key references staff.person, salary int);
            create table seat ("Row" text, number int, primary key ("Row", number));
            create table badge (person_id uuid primary key references staff.person);
            insert into staff.person values ('%1$s', 'Person', 'Ada'), ('%2$s', 'Employee', 'Bob');
            insert into staff.employee values ('%2$s', 10);
            insert into seat values ('a', 1), ('c', 2);
            insert into badge values ('%1$s');
            """
                    .formatted(ADA, BOB);

    private static EmbeddedPostgres postgres;
    private static EntityManagerFactory factory;
    private static EntityKeys keys;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        Map<String, Object> properties =
                Map.of(
                        "jakarta.persistence.nonJtaDataSource", postgres.getPostgresDatabase(),
                        "jakarta.persistence.validation.mode", "none",
                        "eclipselink.target-database", "PostgreSQL",
                        "eclipselink.weaving", "false",
                        "eclipselink.logging.level", "OFF");
        factory = Persistence.createEntityManagerFactory("keys", properties);
        keys = EntityKeys.read(factory);
    }

    @AfterAll
    static void stop() throws Exception {
        factory.close();
        postgres.close();
    }

    @Test
    void aKeyHasTheColumnsOfTheDatabase() {
        assertThat(keys.find(Person.class))
                .contains(
                        new EntityKey(
                                Person.class, new TableName("staff", "person"), List.of("id")));
        assertThat(keys.find(Employee.class)).isEqualTo(keys.find(Person.class));
        assertThat(keys.find(Seat.class).orElseThrow().columns())
                .containsExactlyInAnyOrder("Row", "number");
        assertThat(keys.find(Badge.class).orElseThrow().columns()).containsExactly("person_id");
        assertThat(keys.find(String.class)).isEmpty();
    }

    @Test
    void valuesAreThoseOfTheDatabase() {
        assertThat(keys.key(new Person(ADA))).containsExactly(ADA.toString());
        assertThat(keys.key(new Employee(BOB))).containsExactly(BOB.toString());
        assertThat(keys.key(seat(2, 7))).containsExactlyElementsOf(seatKey("c", "7"));
        assertThat(keys.key(new Badge(new Person(ADA)))).containsExactly(ADA.toString());
    }

    @Test
    void whatHasNoKeyIsRefused() {
        assertThatThrownBy(() -> keys.key("text")).hasMessageContaining("is no entity");
        assertThatThrownBy(() -> keys.key(new Person(null))).hasMessageContaining("not saved");
    }

    @Test
    void entitiesAreLoadedByTheirKeys() {
        try (EntityManager entityManager = factory.createEntityManager()) {
            Map<List<String>, Object> people =
                    keys.load(
                            entityManager,
                            Person.class,
                            List.of(
                                    List.of(BOB.toString()),
                                    List.of(UUID.randomUUID().toString()),
                                    List.of(ADA.toString())));
            assertThat(people.keySet())
                    .containsExactlyInAnyOrder(List.of(ADA.toString()), List.of(BOB.toString()));
            assertThat(people.get(List.of(BOB.toString())))
                    .isInstanceOfSatisfying(
                            Employee.class, bob -> assertThat(bob.salary).isEqualTo(10));

            assertThat(
                            keys.load(
                                    entityManager,
                                    Seat.class,
                                    List.of(seatKey("a", "1"), seatKey("a", "2"))))
                    .containsOnlyKeys(seatKey("a", "1"));
            assertThat(keys.load(entityManager, Badge.class, List.of(List.of(ADA.toString()))))
                    .hasSize(1);
        }
    }

    private static Seat seat(int row, int number) {
        return new Seat(new Seat.Place(row, number));
    }

    private static List<String> seatKey(String row, String number) {
        return keys.find(Seat.class).orElseThrow().columns().get(0).equals("Row")
                ? List.of(row, number)
                : List.of(number, row);
    }
}
