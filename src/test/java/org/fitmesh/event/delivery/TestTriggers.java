package org.fitmesh.event.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.TableName;
import org.fitmesh.config.Secret;
import org.fitmesh.event.ActiveTrigger;
import org.fitmesh.event.ActiveTrigger.Target;
import org.fitmesh.event.EventTriggers;
import org.fitmesh.metadata.ConfiguredHeader;
import org.fitmesh.metadata.ConfiguredValue;
import org.fitmesh.metadata.EventTrigger;
import org.fitmesh.metadata.EventTrigger.Extensions;
import org.fitmesh.metadata.RetryConfiguration;

/** Event triggers of the table {@code thing}, as a snapshot would hold them. */
final class TestTriggers {
    static final RetryConfiguration ONCE = retries(0);

    private final Map<String, ActiveTrigger> active = new LinkedHashMap<>();

    static RetryConfiguration retries(int number) {
        return new RetryConfiguration(
                number, Duration.ofHours(1), Duration.ofSeconds(30), Optional.empty());
    }

    static RetryConfiguration atOnce(int number) {
        return new RetryConfiguration(
                number, Duration.ZERO, Duration.ofSeconds(30), Optional.empty());
    }

    static RetryConfiguration timeout(int seconds) {
        return new RetryConfiguration(
                1, Duration.ofHours(1), Duration.ofSeconds(seconds), Optional.empty());
    }

    TestTriggers webhook(String name, URI address, RetryConfiguration retry) {
        return add(name, target(address), retry, false, Map.of(), List.of());
    }

    TestTriggers ordered(String name, URI address) {
        return add(name, target(address), ONCE, true, Map.of(), List.of());
    }

    TestTriggers with(
            String name, URI address, Map<String, String> secretHeaders, List<String> secrets) {
        return add(name, target(address), ONCE, false, secretHeaders, secrets);
    }

    TestTriggers observer(String name, String observer, RetryConfiguration retry) {
        return add(name, new Target.Observer(observer), retry, false, Map.of(), List.of());
    }

    EventTriggers get() {
        return new EventTriggers(List.of(), Map.copyOf(active), List.of());
    }

    private static Target target(URI address) {
        return new Target.Webhook(address, "WEBHOOK_ADDRESS");
    }

    private TestTriggers add(
            String name,
            Target target,
            RetryConfiguration retry,
            boolean ordered,
            Map<String, String> headers,
            List<String> secrets) {
        List<ConfiguredHeader> configured =
                headers.keySet().stream()
                        .map(
                                header ->
                                        new ConfiguredHeader(
                                                header, new ConfiguredValue.FromSetting("SETTING")))
                        .toList();
        Map<String, Secret> values = new LinkedHashMap<>();
        headers.forEach((header, value) -> values.put(header, new Secret(value)));
        EventTrigger definition =
                new EventTrigger(
                        name,
                        TableName.inPublic("thing"),
                        Map.of(),
                        true,
                        new ConfiguredValue.Literal("x"),
                        configured,
                        retry,
                        false,
                        new Extensions(ordered, List.of()),
                        List.of());
        active.put(
                name,
                new ActiveTrigger(
                        definition, target, values, secrets.stream().map(Secret::new).toList()));
        return this;
    }
}
