package org.fitmesh.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.Table;
import org.fitmesh.config.Secret;
import org.fitmesh.config.SigningKey;
import org.fitmesh.event.ActiveTrigger.Target;
import org.fitmesh.metadata.ColumnSet;
import org.fitmesh.metadata.ConfiguredHeader;
import org.fitmesh.metadata.ConfiguredValue;
import org.fitmesh.metadata.EventTrigger;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;
import org.fitmesh.metadata.TrackedTable;
import org.fitmesh.metadata.UnusableValueException;

/** Finds the tables, columns and settings that event triggers name. */
public final class EventTriggerResolution {
    private static final String OBSERVER = "cdi:";

    private final Catalog catalog;
    private final Function<String, Optional<String>> settings;
    private final List<Secret> signingSecrets;
    private final Map<String, EventTrigger> seen = new LinkedHashMap<>();
    private final List<CapturedTrigger> captured = new ArrayList<>();
    private final Map<String, ActiveTrigger> active = new LinkedHashMap<>();
    private final List<Inconsistency> inconsistencies = new ArrayList<>();

    private EventTriggerResolution(
            Catalog catalog,
            Function<String, Optional<String>> settings,
            List<Secret> signingSecrets) {
        this.catalog = catalog;
        this.settings = settings;
        this.signingSecrets = signingSecrets;
    }

    /**
     * Resolves the triggers of all tables.
     *
     * @param settings looks up a setting by its name
     * @param signingSecrets those of triggers that name none
     */
    public static EventTriggers resolve(
            Catalog catalog,
            List<TrackedTable> tables,
            Function<String, Optional<String>> settings,
            List<Secret> signingSecrets) {
        EventTriggerResolution resolution =
                new EventTriggerResolution(catalog, settings, signingSecrets);
        for (TrackedTable table : tables) {
            table.eventTriggers().forEach(resolution::add);
        }
        return new EventTriggers(
                List.copyOf(resolution.captured),
                Map.copyOf(resolution.active),
                List.copyOf(resolution.inconsistencies));
    }

    private void add(EventTrigger trigger) {
        EventTrigger first = seen.putIfAbsent(trigger.name(), trigger);
        if (first != null) {
            reject(
                    trigger,
                    "another trigger of table " + first.table() + " has that name: rename one");
            return;
        }
        Optional<Table> table = catalog.find(trigger.table());
        if (table.isEmpty()) {
            reject(trigger, "no such table: " + trigger.table(), Cause.UNKNOWN);
            return;
        }
        if (capture(trigger, table.get())) {
            activate(trigger);
        }
    }

    private boolean capture(EventTrigger trigger, Table table) {
        Table.Kind kind = table.kind();
        if (kind != Table.Kind.TABLE && kind != Table.Kind.PARTITIONED_TABLE) {
            reject(trigger, "only the changes of tables can be captured: not those of a view");
            return false;
        }
        Set<String> unknown = columns(trigger);
        unknown.removeAll(table.columns().keySet());
        if (!unknown.isEmpty()) {
            reject(
                    trigger,
                    "no such column in " + trigger.table() + ": " + String.join(", ", unknown),
                    Cause.UNKNOWN);
            return false;
        }
        if (trigger.extensions().ordered() && table.primaryKey().isEmpty()) {
            reject(trigger, "keeps an order per row, which needs a primary key on the table");
            return false;
        }
        captured.add(new CapturedTrigger(trigger, table));
        return true;
    }

    private static Set<String> columns(EventTrigger trigger) {
        Set<String> names = new TreeSet<>();
        for (EventTrigger.Spec spec : trigger.operations().values()) {
            for (ColumnSet columns : List.of(spec.columns(), spec.payload())) {
                if (columns instanceof ColumnSet.Some some) {
                    names.addAll(some.names());
                }
            }
        }
        return names;
    }

    private void activate(EventTrigger trigger) {
        if (!trigger.unsupported().isEmpty()) {
            reject(
                    trigger,
                    "uses what is not supported yet: "
                            + String.join(", ", trigger.unsupported())
                            + "; its events are kept, not delivered",
                    Cause.UNSERVED);
            return;
        }
        try {
            active.put(
                    trigger.name(),
                    new ActiveTrigger(
                            trigger, target(trigger), headers(trigger), secrets(trigger)));
        } catch (UnusableValueException e) {
            reject(trigger, e.getMessage(), e.reason());
        }
    }

    private Target target(EventTrigger trigger) {
        String template = trigger.webhook().template();
        if (template.startsWith(OBSERVER)) {
            return new Target.Observer(template.substring(OBSERVER.length()));
        }
        return new Target.Webhook(trigger.webhook().address(settings), template);
    }

    private Map<String, Secret> headers(EventTrigger trigger) {
        Map<String, Secret> headers = new LinkedHashMap<>();
        ConfiguredHeader.ofWebhook(trigger.headers(), settings)
                .forEach((name, value) -> headers.put(name, new Secret(value)));
        return headers;
    }

    private List<Secret> secrets(EventTrigger trigger) {
        List<String> names = trigger.extensions().signingSecrets();
        return names.isEmpty() ? signingSecrets : names.stream().map(this::secret).toList();
    }

    /** A secret that cannot sign would fail each delivery: it is told now. */
    private Secret secret(String setting) {
        Secret secret = new Secret(new ConfiguredValue.FromSetting(setting).text(settings));
        try {
            SigningKey.of(secret);
            return secret;
        } catch (IllegalArgumentException e) {
            throw new UnusableValueException("the setting " + setting + " " + e.getMessage());
        }
    }

    private void reject(EventTrigger trigger, String reason) {
        reject(trigger, reason, Cause.OTHER);
    }

    private void reject(EventTrigger trigger, String reason, Cause cause) {
        inconsistencies.add(new Inconsistency("event_trigger", trigger.name(), reason, cause));
    }
}
