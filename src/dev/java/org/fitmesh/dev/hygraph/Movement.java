package org.fitmesh.dev.hygraph;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a workout's lists hold; the subtype's simple name is the GraphQL type's name. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = Movement.AmrapMovement.class)
@JsonSubTypes({
    @JsonSubTypes.Type(Movement.RepMovement.class),
    @JsonSubTypes.Type(Movement.AmrapMovement.class),
    @JsonSubTypes.Type(Movement.DurationMovement.class),
    @JsonSubTypes.Type(Movement.Circuit.class)
})
sealed interface Movement {

    /** A movement done a number of times. */
    record RepMovement(String title, Integer repetition) implements Movement {}

    /** A movement done as many times as possible. */
    record AmrapMovement(String title) implements Movement {}

    /** A movement done for a time. */
    record DurationMovement(String title, String duration) implements Movement {}

    /** Movements done in turn, the whole a number of times. */
    record Circuit(Integer repetitions, List<Movement> movements) implements Movement {}
}
