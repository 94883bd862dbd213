package org.fitmesh.telemetry.metric;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.metrics.Tag;
import org.fitmesh.cache.KeptCache;

/** How much the caches of this node save. */
@ApplicationScoped
public class CacheMetrics {
    @Inject private Metrics metrics;
    @Inject @Any private Instance<KeptCache> caches;

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        for (KeptCache cache : caches) {
            Tag name = new Tag("cache", cache.name());
            requests(name, "hit", cache::hits);
            requests(name, "miss", cache::misses);
            metrics.gauge("fitmesh_cache_entries", "Entries of a cache", cache::entries, name);
        }
    }

    private void requests(Tag cache, String result, LongSupplier count) {
        metrics.gauge(
                "fitmesh_cache_requests_total",
                "How often something was looked for in a cache",
                count::getAsLong,
                cache,
                new Tag("result", result));
    }
}
