package org.fitmesh.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.metadata.Relationship;
import org.fitmesh.metadata.Relationship.Using.OwnForeignKey;
import org.fitmesh.metadata.Relationship.Using.TheirForeignKey;
import org.fitmesh.metadata.TrackedTable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class EntityTrackingTest {

    /** Nothing listens at the data source's address: the mappings must do. */
    @Test
    void tracksTheEntitiesOfTheUnitWithoutADatabase() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});
        Map<String, Object> properties =
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", nowhere,
                        "jakarta.persistence.validation.mode", "none",
                        "eclipselink.weaving", "false",
                        "eclipselink.logging.level", "OFF");
        try (EntityManagerFactory factory =
                Persistence.createEntityManagerFactory("fitmesh", properties)) {
            List<TrackedTable> tables = EntityTracking.read(factory);

            assertThat(tables)
                    .extracting(TrackedTable::table)
                    .containsExactly(
                            TableName.inPublic("sessions"),
                            TableName.inPublic("users"),
                            TableName.inPublic("workout_popularity"));
            assertThat(tables.get(0).relationships())
                    .containsExactly(
                            new Relationship(
                                    "user",
                                    Relationship.Kind.OBJECT,
                                    new OwnForeignKey(List.of("user_id")),
                                    Optional.empty()));
            assertThat(tables.get(1).relationships())
                    .containsExactly(
                            new Relationship(
                                    "sessions",
                                    Relationship.Kind.ARRAY,
                                    new TheirForeignKey(
                                            TableName.inPublic("sessions"), List.of("user_id")),
                                    Optional.empty()));
            assertThat(tables)
                    .allMatch(t -> t.selectPermissions().isEmpty())
                    .allMatch(t -> t.insertPermissions().isEmpty());
        }
    }
}
