package org.fitmesh.management.jmx;

import static javax.management.openmbean.SimpleType.DOUBLE;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;
import static javax.management.openmbean.SimpleType.VOID;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import org.fitmesh.cache.KeptCache;

/** {@code type=Cache,name=…}: one for each cache of the WAR. */
final class CacheBean {
    private static final Logger LOG = System.getLogger(CacheBean.class.getName());

    private CacheBean() {}

    static OpenBean of(KeptCache cache, Executor context) {
        return new OpenBean("A cache of this node. " + cache.holds(), context)
                .with("Entries", LONG, "How many entries it has", cache::entries)
                .with(
                        "Used",
                        LONG,
                        "How much of the limit the entries take, in the unit",
                        cache::used)
                .with(
                        "Limit",
                        LONG,
                        "The most it holds, in the unit; 0 while it is not in use",
                        cache::limit)
                .with(
                        "Unit",
                        STRING,
                        "What Used and Limit count: characters or entries",
                        cache::unit)
                .with(
                        "Hits",
                        LONG,
                        "How often something was found, since the application started",
                        cache::hits)
                .with(
                        "Misses",
                        LONG,
                        "How often something was not found, since the application started",
                        cache::misses)
                .with(
                        "HitRate",
                        DOUBLE,
                        "Hits among all look-ups since the application started, from 0 to 1; empty"
                                + " before the first",
                        () -> hitRate(cache.hits(), cache.misses()))
                .with(
                        "clear",
                        VOID,
                        "Empties the cache of this node; what the bean's description says follows",
                        arguments -> {
                            cache.clear();
                            LOG.log(Level.INFO, "by JMX: the cache {0} is emptied", cache.name());
                            return null;
                        });
    }

    private static Double hitRate(long hits, long misses) {
        long all = hits + misses;
        return all == 0 ? null : (double) hits / all;
    }
}
