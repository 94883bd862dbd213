package org.fitmesh.management.jmx;

import java.util.ArrayList;
import java.util.List;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/** A table as the value of an attribute; the first column tells the rows from each other. */
final class Rows {
    private final TabularType type;
    private final String[] names;

    private Rows(TabularType type, String[] names) {
        this.type = type;
        this.names = names;
    }

    /** A column. */
    record Column(String name, OpenType<?> type, String description) {}

    /** A table of that name with those columns. */
    static Rows of(String name, String description, Column... columns) {
        List<String> names = new ArrayList<>();
        List<String> descriptions = new ArrayList<>();
        List<OpenType<?>> types = new ArrayList<>();
        for (Column column : columns) {
            names.add(column.name());
            descriptions.add(column.description());
            types.add(column.type());
        }
        String[] columnNames = names.toArray(String[]::new);
        try {
            CompositeType row =
                    new CompositeType(
                            name,
                            description,
                            columnNames,
                            descriptions.toArray(String[]::new),
                            types.toArray(OpenType<?>[]::new));
            return new Rows(
                    new TabularType(name + "s", description, row, new String[] {columnNames[0]}),
                    columnNames);
        } catch (OpenDataException e) {
            throw new IllegalStateException(e);
        }
    }

    TabularType type() {
        return type;
    }

    /** The table with these rows, whose values are in the order of the columns. */
    TabularData table(List<Object[]> rows) throws OpenDataException {
        TabularDataSupport table = new TabularDataSupport(type);
        for (Object[] row : rows) {
            table.put(new CompositeDataSupport(type.getRowType(), names, row));
        }
        return table;
    }
}
