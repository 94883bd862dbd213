package org.fitmesh.catalog;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.fitmesh.metadata.Relationship;
import org.fitmesh.metadata.TableConfiguration;
import org.fitmesh.metadata.TrackedTable;

/**
 * Tracks the tables of JPA entities: a {@code @ManyToOne} becomes an object relationship, a
 * {@code @OneToMany(mappedBy)} an array relationship, both named by the attribute. Nobody is
 * permitted anything by it.
 */
public final class EntityTracking {
    private EntityTracking() {}

    /**
     * The tables of a persistence unit, in alphabetical order. Does not need the database.
     *
     * @throws jakarta.persistence.PersistenceException when the unit cannot be deployed or is not
     *     run by EclipseLink
     */
    public static List<TrackedTable> read(EntityManagerFactory factory) {
        List<TrackedTable> tables = new ArrayList<>();
        for (ClassDescriptor descriptor : EntityTables.descriptors(factory)) {
            if (EntityTables.isRoot(descriptor)) {
                tables.add(table(descriptor));
            }
        }
        tables.sort(
                Comparator.comparing((TrackedTable t) -> t.table().schema())
                        .thenComparing(t -> t.table().name()));
        return List.copyOf(tables);
    }

    private static TrackedTable table(ClassDescriptor descriptor) {
        List<Relationship> relationships = new ArrayList<>();
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            relationship(mapping).ifPresent(relationships::add);
        }
        relationships.sort(Comparator.comparing(Relationship::name));
        return new TrackedTable(
                name(descriptor.getDefaultTable()),
                TableConfiguration.NONE,
                List.copyOf(relationships),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Optional<Relationship> relationship(DatabaseMapping mapping) {
        if (mapping instanceof OneToOneMapping toOne && !toOne.hasRelationTableMechanism()) {
            return Optional.of(toOne(toOne));
        }
        if (mapping instanceof OneToManyMapping toMany) {
            List<DatabaseField> theirs = toMany.getTargetForeignKeyFields();
            return Optional.of(
                    theirs(toMany, Relationship.Kind.ARRAY, theirs.get(0).getTable(), theirs));
        }
        return Optional.empty();
    }

    /** The side with the join column, or the side of {@code mappedBy}. ManyToOne is a subclass. */
    private static Relationship toOne(OneToOneMapping mapping) {
        if (mapping.isForeignKeyRelationship()) {
            return new Relationship(
                    mapping.getAttributeName(),
                    Relationship.Kind.OBJECT,
                    new Relationship.Using.OwnForeignKey(names(mapping.getForeignKeyFields())),
                    Optional.empty());
        }
        List<DatabaseField> theirs = List.copyOf(mapping.getTargetToSourceKeyFields().keySet());
        return theirs(mapping, Relationship.Kind.OBJECT, theirs.get(0).getTable(), theirs);
    }

    private static Relationship theirs(
            DatabaseMapping mapping,
            Relationship.Kind kind,
            DatabaseTable table,
            List<DatabaseField> columns) {
        return new Relationship(
                mapping.getAttributeName(),
                kind,
                new Relationship.Using.TheirForeignKey(name(table), names(columns)),
                Optional.empty());
    }

    private static List<String> names(List<DatabaseField> fields) {
        return fields.stream()
                .map(field -> asStored(field.getName(), field.shouldUseDelimiters()))
                .toList();
    }

    /** A table's name as PostgreSQL has it. */
    static TableName name(DatabaseTable table) {
        boolean quoted = table.shouldUseDelimiters();
        String schema = table.getTableQualifier();
        String name = asStored(table.getName(), quoted);
        return schema == null || schema.isEmpty()
                ? TableName.inPublic(name)
                : new TableName(asStored(schema, quoted), name);
    }

    /** Default names are in upper case, as JPA has them; PostgreSQL folds what is not quoted. */
    static String asStored(String name, boolean quoted) {
        return quoted ? name : name.toLowerCase(Locale.ROOT);
    }
}
