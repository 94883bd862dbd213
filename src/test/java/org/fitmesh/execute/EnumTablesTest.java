package org.fitmesh.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.fitmesh.catalog.EnumReader;
import org.fitmesh.catalog.EnumTable;
import org.fitmesh.catalog.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which tables can be the values of an enum. */
class EnumTablesTest {
    @RegisterExtension static final KitchenDatabase database = new KitchenDatabase();

    @Test
    void takesATableOfNamesAndCommentsAndSaysWhyOthersCannotBeUsed() throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(read(connection, "skies"))
                    .isInstanceOfSatisfying(
                            EnumTable.Usable.class,
                            usable ->
                                    assertThat(usable.values().keySet())
                                            .containsExactly("clear", "cloudy", "rainy"));
            assertThat(read(connection, "testimony"))
                    .isEqualTo(
                            new EnumTable.Refused(
                                    "the table \"testimony\" cannot be used as an enum for the"
                                            + " following reasons:\n • the table must have a primary"
                                            + " key\n • the table must have exactly one primary key and"
                                            + " optionally one comment column, not 3 columns (\"at\","
                                            + " \"session\", \"witnessed_id\")"));
            assertThat(read(connection, "laps"))
                    .isInstanceOfSatisfying(
                            EnumTable.Refused.class,
                            refused ->
                                    assertThat(refused.reason())
                                            .contains(
                                                    "primary key (\"id\") must have type \"text\","
                                                            + " not type \"int4\""));
        }
    }

    private static EnumTable read(Connection connection, String table) throws SQLException {
        TableName name = TableName.inPublic(table);
        return new EnumReader(connection)
                .withEnums(database.catalog(), List.of(name))
                .enums()
                .get(name);
    }
}
