package org.fitmesh.auth.jwt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys of an issuer's JWK set, fetched by the requests that need them: at first use, when the
 * answer's lifetime is over, and when a token names a key that is not there. The last good keys
 * stay when the issuer is away or answers nonsense. However many requests want keys, one fetches.
 */
final class RemoteKeys implements KeySource {
    /** A token with an invented key id must not become a request to the issuer each time. */
    static final Duration BETWEEN_UNKNOWN_KEY_IDS = Duration.ofSeconds(30);

    private static final Duration RETRY_WITH_KEYS = Duration.ofSeconds(30);

    /** Without keys no token counts, so the issuer is asked again soon. */
    private static final Duration RETRY_WITHOUT_KEYS = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(RemoteKeys.class.getName());

    private final JwkSetEndpoint endpoint;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private final LongAdder uses = new LongAdder();
    private volatile State state = new State(0, KeySet.NONE, Instant.MIN, Instant.MIN);

    RemoteKeys(JwkSetEndpoint endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /**
     * What is known between two fetches.
     *
     * @param fetches how often the issuer was asked so far
     * @param due when the keys are fetched again in any case
     * @param unknownKeyIdDue from when on an unknown key id is a reason to fetch
     */
    private record State(long fetches, KeySet keys, Instant due, Instant unknownKeyIdDue) {}

    @Override
    public KeySet current() {
        State seen = state;
        if (clock.instant().isBefore(seen.due())) {
            uses.increment();
            return seen.keys();
        }
        if (seen.keys().isEmpty()) {
            fetching.lock();
        } else if (!fetching.tryLock()) {
            return seen.keys();
        }
        try {
            return fetchUnlessDone(seen, seen.unknownKeyIdDue());
        } finally {
            fetching.unlock();
        }
    }

    @Override
    public KeySet afterUnknownKeyId() {
        State seen = state;
        Instant now = clock.instant();
        // Without any keys, current() has just asked in vain.
        if (seen.keys().isEmpty() || now.isBefore(seen.unknownKeyIdDue())) {
            return seen.keys();
        }
        // After a rotation all users come with the new key: they wait for the one that fetches it.
        fetching.lock();
        try {
            return fetchUnlessDone(seen, now.plus(BETWEEN_UNKNOWN_KEY_IDS));
        } finally {
            fetching.unlock();
        }
    }

    /** How many keys there are. */
    int size() {
        return state.keys().keys().size();
    }

    /** How often the keys at hand were enough. */
    long uses() {
        return uses.sum();
    }

    /** How often the issuer was asked. */
    long fetches() {
        return state.fetches();
    }

    /** Lets the next token fetch the keys; those of now stay until the issuer has answered. */
    void outdate() {
        fetching.lock();
        try {
            State seen = state;
            state = new State(seen.fetches(), seen.keys(), Instant.MIN, Instant.MIN);
        } finally {
            fetching.unlock();
        }
    }

    private KeySet fetchUnlessDone(State seen, Instant unknownKeyIdDue) {
        if (state.fetches() == seen.fetches()) {
            state = fetched(seen, unknownKeyIdDue);
        }
        return state.keys();
    }

    private State fetched(State seen, Instant unknownKeyIdDue) {
        try {
            JwkSetEndpoint.Answer answer = endpoint.fetch();
            // Every remembered token is compared with the key set: the same object compares fast.
            KeySet keys = answer.keys().equals(seen.keys()) ? seen.keys() : answer.keys();
            Instant due =
                    CacheLifetime.end(clock.instant(), answer.cacheControl(), answer.expires());
            return new State(seen.fetches() + 1, keys, due, unknownKeyIdDue);
        } catch (JwkSetEndpoint.FetchException e) {
            boolean without = seen.keys().isEmpty();
            LOG.log(
                    Level.WARNING,
                    "The key set {0} could not be fetched: {1}; {2}",
                    endpoint,
                    e.getMessage(),
                    without ? "no token can be verified" : "the last good keys stay in use");
            Duration retry = without ? RETRY_WITHOUT_KEYS : RETRY_WITH_KEYS;
            return new State(
                    seen.fetches() + 1, seen.keys(), clock.instant().plus(retry), unknownKeyIdDue);
        }
    }
}
