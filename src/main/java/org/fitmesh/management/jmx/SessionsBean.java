package org.fitmesh.management.jmx;

import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.ToLongFunction;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.TabularData;
import org.fitmesh.auth.SessionCounts;
import org.fitmesh.auth.SessionCounts.OfRole;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.management.jmx.Rows.Column;

/** {@code type=Sessions}: who asks. */
@ApplicationScoped
class SessionsBean {
    private static final Rows ROLES =
            Rows.of(
                    "RoleRequests",
                    "Requests by the role in force",
                    new Column("Role", STRING, "role; (others) is those beyond the first 200"),
                    new Column("InProgress", LONG, "requests that are being answered now"),
                    new Column("Requests", LONG, "requests since the application started"));

    private static final Rows REFUSALS =
            Rows.of(
                    "Refusal",
                    "Requests that were refused because of who asks",
                    new Column("Code", STRING, "code of the error, such as invalid-jwt"),
                    new Column("Requests", LONG, "requests since the application started"));

    @Inject private SessionCounts sessions;

    OpenBean bean(Executor context) {
        return new OpenBean(
                        "Who asks this node. There are no sessions that last: each request brings"
                                + " its token or secret. Verified tokens are in the cache tokens,"
                                + " database connections in the beans of the server's pool.",
                        context)
                .with(
                        "RequestsInProgress",
                        LONG,
                        "Requests to /v1/graphql that are being answered now; a batch is one",
                        () -> sessions.byRole().stream().mapToLong(OfRole::inProgress).sum())
                .with(
                        "Requests",
                        LONG,
                        "Requests to /v1/graphql since the application started, without those that"
                                + " were refused",
                        () -> sessions.byRole().stream().mapToLong(OfRole::requests).sum())
                .with("RequestsByRole", ROLES.type(), "The same by the role in force", this::byRole)
                .with(
                        "Refused",
                        LONG,
                        "Requests to /v1/graphql and /v1/metadata that were refused because of who"
                                + " asks, since the application started",
                        () -> refused(Map.Entry::getValue))
                .with(
                        "TokensRefused",
                        LONG,
                        "Those of them whose token could not be verified or whose claims are not as"
                                + " configured",
                        () ->
                                refused(
                                        count ->
                                                count.getKey().text().contains("jwt")
                                                        ? count.getValue()
                                                        : 0))
                .with(
                        "RefusedByCode",
                        REFUSALS.type(),
                        "Refused requests by the code of the error",
                        this::byCode);
    }

    private TabularData byRole() throws OpenDataException {
        List<Object[]> rows =
                sessions.byRole().stream()
                        .map(one -> new Object[] {one.role(), one.inProgress(), one.requests()})
                        .toList();
        return ROLES.table(rows);
    }

    private long refused(ToLongFunction<Map.Entry<ErrorCode, Long>> number) {
        return sessions.refusals().entrySet().stream().mapToLong(number).sum();
    }

    private TabularData byCode() throws OpenDataException {
        List<Object[]> rows =
                sessions.refusals().entrySet().stream()
                        .map(one -> new Object[] {one.getKey().text(), one.getValue()})
                        .toList();
        return REFUSALS.table(rows);
    }
}
