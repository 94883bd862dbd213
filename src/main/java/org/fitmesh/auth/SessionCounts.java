package org.fitmesh.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/**
 * Counts requests by role, and those whose caller was refused, since the application started. There
 * are no sessions that last: each request brings its own.
 */
@ApplicationScoped
public class SessionCounts {
    /** Tokens and the admin secret name roles as they like: of others only the sum is kept. */
    private static final int MOST_ROLES = 200;

    /** The name for roles beyond those; no role has parentheses. */
    private static final String OTHERS = "(others)";

    private final ConcurrentMap<String, Role> roles = new ConcurrentHashMap<>();
    private final Map<ErrorCode, LongAdder> refusals = new EnumMap<>(ErrorCode.class);

    public SessionCounts() {
        for (ErrorCode code : ErrorCode.values()) {
            refusals.put(code, new LongAdder());
        }
    }

    /**
     * The requests of a role.
     *
     * @param inProgress those that are being answered now
     * @param requests all that came, those in progress among them
     */
    public record OfRole(String role, long inProgress, long requests) {}

    private record Role(LongAdder begun, LongAdder ended) {}

    /** A request that is being answered; to be closed when it is. */
    public static final class Counted implements AutoCloseable {
        private final LongAdder ended;

        private Counted(LongAdder ended) {
            this.ended = ended;
        }

        @Override
        public void close() {
            ended.increment();
        }
    }

    /** A request of that role begins; a batch counts as one. */
    public Counted begin(String role) {
        Role counts = roles.get(role);
        if (counts == null) {
            counts =
                    roles.computeIfAbsent(
                            nameOf(role), r -> new Role(new LongAdder(), new LongAdder()));
        }
        counts.begun.increment();
        return new Counted(counts.ended);
    }

    private String nameOf(String role) {
        return roles.size() < MOST_ROLES ? role : OTHERS;
    }

    /**
     * Who is asking; counts who is refused.
     *
     * @throws RequestException as {@link Authenticator#identify}
     */
    public Identity identify(Authenticator authenticator, RequestHeaders headers) {
        try {
            return authenticator.identify(headers);
        } catch (RequestException e) {
            refusals.get(e.code()).increment();
            throw e;
        }
    }

    /** By role, in the order of their names. */
    public List<OfRole> byRole() {
        return roles.entrySet().stream()
                .map(entry -> ofRole(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(OfRole::role))
                .toList();
    }

    private static OfRole ofRole(String role, Role counts) {
        // In this order: what ends meanwhile must not make the difference negative.
        long ended = counts.ended.sum();
        long begun = counts.begun.sum();
        return new OfRole(role, begun - ended, begun);
    }

    /** How many requests were refused because of who asks, by the code of the error. */
    public Map<ErrorCode, Long> refusals() {
        Map<ErrorCode, Long> counts = new EnumMap<>(ErrorCode.class);
        refusals.forEach((code, count) -> counts.put(code, count.sum()));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
