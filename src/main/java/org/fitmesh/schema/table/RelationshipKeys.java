package org.fitmesh.schema.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.ForeignKey;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.Relationship;
import org.fitmesh.metadata.Relationship.Using;

/** Finds the columns that tie two tables. */
record RelationshipKeys(Catalog catalog) {

    Optional<RelationshipModel> resolve(Table own, Relationship relationship) {
        if (relationship.using() instanceof Using.OwnForeignKey key) {
            return ownKey(own, key).map(fk -> overOwnKey(own, relationship, fk));
        }
        if (relationship.using() instanceof Using.TheirForeignKey key) {
            return theirKey(own, key).map(fk -> overTheirKey(relationship, key.table(), fk));
        }
        return manual(own, relationship, (Using.Manual) relationship.using());
    }

    private static Optional<ForeignKey> ownKey(Table own, Using.OwnForeignKey key) {
        return own.foreignKeys().stream().filter(fk -> has(fk, key.columns())).findFirst();
    }

    private Optional<ForeignKey> theirKey(Table own, Using.TheirForeignKey key) {
        return catalog.find(key.table()).stream()
                .flatMap(t -> t.foreignKeys().stream())
                .filter(fk -> fk.references().equals(own.name()) && has(fk, key.columns()))
                .findFirst();
    }

    private static boolean has(ForeignKey key, List<String> columns) {
        return key.columns().keySet().equals(Set.copyOf(columns));
    }

    private static RelationshipModel overOwnKey(
            Table own, Relationship relationship, ForeignKey key) {
        boolean nullable =
                key.columns().keySet().stream().anyMatch(c -> own.columns().get(c).nullable());
        return new RelationshipModel(
                relationship.name(),
                relationship.kind(),
                key.references(),
                key.columns(),
                nullable,
                true);
    }

    private RelationshipModel overTheirKey(
            Relationship relationship, TableName other, ForeignKey key) {
        Map<String, String> columns = new LinkedHashMap<>();
        key.columns().forEach((theirs, ours) -> columns.put(ours, theirs));
        return new RelationshipModel(
                relationship.name(),
                relationship.kind(),
                other,
                columns,
                true,
                isKey(other, columns.values()),
                true);
    }

    private Optional<RelationshipModel> manual(
            Table own, Relationship relationship, Using.Manual manual) {
        Optional<Table> other = catalog.find(manual.table());
        boolean ownExist = own.columns().keySet().containsAll(manual.columnMapping().keySet());
        boolean theirsExist =
                other.isPresent()
                        && other.get()
                                .columns()
                                .keySet()
                                .containsAll(manual.columnMapping().values());
        if (!ownExist || !theirsExist) {
            return Optional.empty();
        }
        return Optional.of(
                new RelationshipModel(
                        relationship.name(),
                        relationship.kind(),
                        manual.table(),
                        manual.columnMapping(),
                        true,
                        isKey(manual.table(), manual.columnMapping().values()),
                        manual.afterParent() || relationship.kind() == Relationship.Kind.ARRAY));
    }

    private boolean isKey(TableName table, Collection<String> columns) {
        return catalog.find(table).stream()
                .flatMap(t -> t.constraints().stream())
                .anyMatch(c -> columns.containsAll(c.columns()));
    }
}
