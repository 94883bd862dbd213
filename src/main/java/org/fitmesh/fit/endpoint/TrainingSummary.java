package org.fitmesh.fit.endpoint;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Somebody's training.
 *
 * @param weeks those asked for, the oldest first; the last is the running one
 * @param sessions in these weeks
 * @param currentStreak days in a row with a session, the last of them today or yesterday
 * @param longestStreak days in a row with a session, ever
 * @param favouriteWorkout slug of the one logged most often in these weeks, of several the one
 *     logged last; null when there is none
 */
@Name("training_summary")
@Description("your training in the last weeks")
public record TrainingSummary(
        @NonNull @Description("the oldest first; the last is the running one")
                List<@NonNull TrainingWeek> weeks,
        @Description("in these weeks") int sessions,
        @Name("current_streak_days")
                @Description("days in a row with a session, the last of them today or yesterday")
                int currentStreak,
        @Name("longest_streak_days") @Description("days in a row with a session, ever")
                int longestStreak,
        @Name("favourite_workout")
                @Description("slug of the workout that you logged most often in these weeks")
                String favouriteWorkout,
        @NonNull @Name("time_zone") @Description("in which days begin") String timeZone) {}
