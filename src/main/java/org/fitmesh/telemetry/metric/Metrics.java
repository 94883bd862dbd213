package org.fitmesh.telemetry.metric;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What the server shows under {@code /metrics}: made here, and taken out when the WAR goes. */
@ApplicationScoped
public class Metrics {
    private final Collection<MetricID> made = new ConcurrentLinkedQueue<>();
    private MetricRegistry registry;

    /** Outside a server: everything is counted, and nobody is shown it. */
    public Metrics() {}

    @Inject
    public Metrics(MetricRegistry registry) {
        this.registry = registry;
    }

    /** Something that is counted; the name ends in {@code _total}. */
    public Counter counter(String name, String description, Tag... tags) {
        if (registry == null) {
            return new UnseenCounter();
        }
        made.add(new MetricID(name, tags));
        return registry.counter(described(name, description), tags);
    }

    /** A number that is asked for when somebody looks. */
    public void gauge(
            String name, String description, Supplier<? extends Number> value, Tag... tags) {
        if (registry == null) {
            return;
        }
        made.add(new MetricID(name, tags));
        registry.gauge(described(name, description), value::get, tags);
    }

    /**
     * A histogram of durations: {@code name_bucket}, {@code name_sum} and {@code name_count}.
     *
     * @param name ends in {@code _seconds}
     * @param bounds upper bounds of the buckets in seconds, rising
     */
    public Durations durations(String name, String description, double[] bounds, Tag... tags) {
        Durations durations = new Durations(bounds);
        for (int i = 0; i <= bounds.length; i++) {
            int bucket = i;
            Tag[] withBound = Arrays.copyOf(tags, tags.length + 1);
            withBound[tags.length] = new Tag("le", durations.bound(bucket));
            gauge(name + "_bucket", description, () -> durations.upTo(bucket), withBound);
        }
        gauge(name + "_sum", description, durations::seconds, tags);
        gauge(name + "_count", description, durations::count, tags);
        return durations;
    }

    /** Shows no metric any more that has this tag. */
    void remove(Tag tag) {
        for (MetricID id : List.copyOf(made)) {
            if (tag.getTagValue().equals(id.getTags().get(tag.getTagName())) && made.remove(id)) {
                registry.remove(id);
            }
        }
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }

    /** A gauge holds on to the application, which would stay in memory. */
    @PreDestroy
    void remove() {
        made.forEach(registry::remove);
    }
}
