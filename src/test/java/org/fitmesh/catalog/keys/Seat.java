package org.fitmesh.catalog.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;

/** A key of two columns, one of them with a converter. */
@Entity
public class Seat {
    /** The key. Records as embeddables came with a later version of JPA. */
    @Embeddable
    public static class Place implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "\"Row\"")
        @Convert(converter = RowLetters.class)
        public Integer row;

        public int number;

        protected Place() {}

        public Place(int row, int number) {
            this.row = row;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && place.row.equals(row) && place.number == number;
        }

        @Override
        public int hashCode() {
            return 31 * row + number;
        }
    }

    @EmbeddedId public Place place;

    protected Seat() {}

    public Seat(Place place) {
        this.place = place;
    }
}
