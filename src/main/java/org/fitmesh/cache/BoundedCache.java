package org.fitmesh.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * One or several bounded caches of Caffeine that count ({@code recordStats()}), shown as one.
 *
 * @param caches those that are in use now
 */
public record BoundedCache(
        String name, String holds, String unit, Supplier<? extends Collection<Cache<?, ?>>> caches)
        implements KeptCache {

    @Override
    public long entries() {
        return sum(Cache::estimatedSize);
    }

    @Override
    public long used() {
        return sum(cache -> eviction(cache).weightedSize().orElseGet(cache::estimatedSize));
    }

    @Override
    public long limit() {
        return sum(cache -> eviction(cache).getMaximum());
    }

    @Override
    public long hits() {
        return sum(cache -> stats(cache).hitCount());
    }

    @Override
    public long misses() {
        return sum(cache -> stats(cache).missCount());
    }

    @Override
    public void clear() {
        for (Cache<?, ?> cache : caches.get()) {
            cache.invalidateAll();
            // Else the size is right only after the next access.
            cache.cleanUp();
        }
    }

    private long sum(ToLongFunction<Cache<?, ?>> number) {
        return caches.get().stream().mapToLong(number).sum();
    }

    private static CacheStats stats(Cache<?, ?> cache) {
        return cache.stats();
    }

    private static Policy.Eviction<?, ?> eviction(Cache<?, ?> cache) {
        return cache.policy().eviction().orElseThrow();
    }
}
