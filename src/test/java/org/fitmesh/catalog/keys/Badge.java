package org.fitmesh.catalog.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;

/** The key of another entity is its own. */
@Entity
public class Badge {
    @Id
    @OneToOne
    @JoinColumn(name = "person_id")
    public Person person;

    protected Badge() {}

    public Badge(Person person) {
        this.person = person;
    }
}
