package org.fitmesh.fit.endpoint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.GraphQLException;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.session.Session;

/** How somebody trains. */
@GraphQLApi
@ApplicationScoped
@RolesAllowed("user")
public class Training {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    /** PostgreSQL may know fewer zones than Java does. */
    private static final String INVALID_PARAMETER = "22023";

    @Inject @FitmeshDatabase private DataSource database;

    @Inject private Session caller;

    /**
     * The caller's training.
     *
     * @throws GraphQLException for a time zone that does not exist, or when nobody is logged in
     */
    @Query("training_summary")
    @Description("your training in the last weeks")
    public @NonNull TrainingSummary summary(
            @Name("weeks")
                    @DefaultValue("12")
                    @Min(1)
                    @Max(520)
                    @Description("how many, the running one among them")
                    int weeks,
            @Name("time_zone")
                    @DefaultValue("UTC")
                    @NonNull
                    @Description("in which days begin, such as Europe/Berlin")
                    String zone)
            throws GraphQLException, SQLException {
        if (!ZONES.contains(zone)) {
            throw unknown(zone);
        }
        String user =
                caller.userId().orElseThrow(() -> new GraphQLException("nobody is logged in"));
        try (Connection connection = database.getConnection()) {
            return TrainingStatement.run(connection, user, zone, weeks);
        } catch (SQLException e) {
            if (INVALID_PARAMETER.equals(e.getSQLState())) {
                throw unknown(zone);
            }
            throw e;
        }
    }

    private static GraphQLException unknown(String zone) {
        return new GraphQLException(
                "there is no time zone \"" + zone + "\"; give one such as \"Europe/Berlin\"");
    }
}
