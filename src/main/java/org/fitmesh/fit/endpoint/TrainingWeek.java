package org.fitmesh.fit.endpoint;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * An ISO week.
 *
 * @param week such as {@code 2026-W48}
 * @param startsOn its Monday
 */
@Name("training_week")
@Description("a week of training")
public record TrainingWeek(
        @NonNull @Description("ISO week, such as 2026-W48") String week,
        @NonNull @Name("starts_on") @Description("its Monday") LocalDate startsOn,
        @Description("how often a workout was logged in it") int sessions) {}
