package org.fitmesh.event.observe;

import org.fitmesh.catalog.TableName;

/** An entity whose changes somebody observes, and in which form. */
record ObservedEntity(
        Class<?> type,
        TableName table,
        boolean inserted,
        boolean updated,
        boolean change,
        boolean deleted) {

    static ObservedEntity of(Class<?> type, TableName table, ChangeObservers observers) {
        return new ObservedEntity(
                type,
                table,
                observers.ofEntity(Operation.INSERT, type),
                observers.ofEntity(Operation.UPDATE, type),
                observers.ofChange(type),
                observers.ofEntity(Operation.DELETE, type));
    }

    boolean any() {
        return inserted || updated || change || deleted;
    }

    boolean wants(Operation operation) {
        return switch (operation) {
            case INSERT -> inserted;
            case UPDATE -> updated || change;
            case DELETE -> deleted;
        };
    }
}
