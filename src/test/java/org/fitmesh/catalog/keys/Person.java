package org.fitmesh.catalog.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.util.UUID;

/** The root of a hierarchy with a table for each class. */
@Entity
@Table(name = "person", schema = "staff")
@Inheritance(strategy = InheritanceType.JOINED)
public class Person {
    @Id public UUID id;
    public String name;

    protected Person() {}

    public Person(UUID id) {
        this.id = id;
    }
}
