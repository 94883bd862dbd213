package org.fitmesh.telemetry.metric;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The same metrics for each of several names out of the metadata. After so many names, which only
 * metadata that changes all the time can have, further ones are counted together.
 */
final class ByName<T> {
    private static final int MOST = 200;
    private static final String OTHERS = "other";

    private final Map<String, T> metrics = new ConcurrentHashMap<>();
    private final Function<String, T> make;

    ByName(Function<String, T> make) {
        this.make = make;
    }

    T get(String name) {
        T known = metrics.get(name);
        if (known != null) {
            return known;
        }
        return metrics.computeIfAbsent(metrics.size() < MOST ? name : OTHERS, make);
    }
}
