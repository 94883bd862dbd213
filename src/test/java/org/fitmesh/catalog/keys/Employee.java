package org.fitmesh.catalog.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A class below the root. */
@Entity
@Table(name = "employee", schema = "staff")
public class Employee extends Person {
    public int salary;

    protected Employee() {}

    public Employee(UUID id) {
        super(id);
    }
}
