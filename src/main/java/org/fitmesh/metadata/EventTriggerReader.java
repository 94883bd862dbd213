package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.EventTrigger.Extensions;
import org.fitmesh.metadata.EventTrigger.Operation;
import org.fitmesh.metadata.EventTrigger.Spec;
import org.fitmesh.metadata.RetryConfiguration.Backoff;

/** Reads an entry of a table's {@code event_triggers}. Messages are Hasura's where it has one. */
final class EventTriggerReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]+[A-Za-z0-9_-]*");
    private static final int LONGEST_NAME = 42;
    private static final int MOST_SECRETS = 2;

    /** A day: {@code now() + wait} must stay a date, and a longer wait is a mistyped unit. */
    private static final int LONGEST_WAIT_SECONDS = 86_400;

    /** A webhook would get another body than the one that was asked for. */
    private static final List<String> UNSUPPORTED =
            List.of("request_transform", "response_transform");

    private EventTriggerReader() {}

    static EventTrigger read(Entry entry, TableName table) {
        Entry definition = entry.object("definition");
        Map<Operation, Spec> operations = operations(definition);
        boolean manual = definition.flag("enable_manual");
        if (operations.isEmpty() && !manual) {
            throw new MalformedEntry(
                    "atleast one amongst insert/update/delete/enable_manual spec must be provided");
        }
        List<ConfiguredHeader> headers = new ArrayList<>();
        entry.elements("headers")
                .forEach(header -> headers.add(ConfiguredHeader.read(Entry.of(header))));
        return new EventTrigger(
                name(entry),
                table,
                operations,
                manual,
                ConfiguredHeader.readValue(entry, "webhook", "webhook_from_env"),
                List.copyOf(headers),
                retry(entry),
                entry.flag("trigger_on_replication"),
                extensions(entry),
                UNSUPPORTED.stream().filter(key -> entry.optional(key).isPresent()).toList());
    }

    private static String name(Entry entry) {
        String name = entry.text("name");
        if (name.length() > LONGEST_NAME) {
            throw new MalformedEntry(
                    "event trigger name can be at most " + LONGEST_NAME + " characters");
        }
        if (!NAME.matcher(name).matches()) {
            throw new MalformedEntry(
                    "only alphanumeric and underscore and hyphens allowed in the name, which starts"
                            + " with a letter");
        }
        return name;
    }

    private static Map<Operation, Spec> operations(Entry definition) {
        Map<Operation, Spec> operations = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            definition
                    .optionalObject(operation.name().toLowerCase(Locale.ROOT))
                    .ifPresent(spec -> operations.put(operation, spec(spec)));
        }
        return Collections.unmodifiableMap(operations);
    }

    private static Spec spec(Entry spec) {
        return new Spec(
                columns(spec, "columns"),
                spec.optional("payload").isPresent()
                        ? columns(spec, "payload")
                        : new ColumnSet.All());
    }

    private static ColumnSet columns(Entry spec, String key) {
        JsonNode value = spec.required(key);
        if (value.isTextual() && value.textValue().equals("*")) {
            return new ColumnSet.All();
        }
        return new ColumnSet.Some(new LinkedHashSet<>(spec.texts(key)));
    }

    private static RetryConfiguration retry(Entry entry) {
        Optional<Entry> given = entry.optionalObject("retry_conf");
        RetryConfiguration standard = RetryConfiguration.DEFAULT;
        return new RetryConfiguration(
                given.map(retry -> retry.count("num_retries").orElse(standard.retries()))
                        .orElse(standard.retries()),
                given.map(retry -> seconds(retry, "interval_sec", standard.interval()))
                        .orElse(standard.interval()),
                given.map(retry -> seconds(retry, "timeout_sec", standard.timeout()))
                        .orElse(standard.timeout()),
                fitmesh(entry)
                        .flatMap(extensions -> extensions.optionalObject("backoff"))
                        .map(EventTriggerReader::backoff));
    }

    private static Duration seconds(Entry entry, String key, Duration otherwise) {
        int seconds = entry.count(key).orElse((int) otherwise.toSeconds());
        if (seconds > LONGEST_WAIT_SECONDS) {
            throw new MalformedEntry(
                    "the key \"" + key + "\" must be at most " + LONGEST_WAIT_SECONDS + " seconds");
        }
        return Duration.ofSeconds(seconds);
    }

    private static Optional<Entry> fitmesh(Entry entry) {
        Optional<Entry> extensions = entry.optionalObject("fitmesh");
        Set<String> known = Set.of("ordered", "signing_secrets_from_env", "backoff");
        extensions.ifPresent(
                given ->
                        given.keys().stream()
                                .filter(key -> !known.contains(key))
                                .forEach(EventTriggerReader::refuse));
        return extensions;
    }

    private static void refuse(String key) {
        throw new MalformedEntry(
                "the key \"fitmesh\" knows ordered, signing_secrets_from_env and backoff, not "
                        + key);
    }

    private static Backoff backoff(Entry backoff) {
        double factor = backoff.optional("factor").map(JsonNode::asDouble).orElse(2.0);
        if (!(factor >= 1 && factor <= 100)) {
            throw new MalformedEntry("the key \"factor\" must be a number from 1 to 100");
        }
        return new Backoff(
                factor,
                seconds(backoff, "max_interval_sec", Duration.ofHours(1)),
                backoff.optional("jitter").isEmpty() || backoff.flag("jitter"));
    }

    private static Extensions extensions(Entry entry) {
        Optional<Entry> given = fitmesh(entry);
        if (given.isEmpty()) {
            return Extensions.NONE;
        }
        List<String> secrets =
                given.get().optional("signing_secrets_from_env").isPresent()
                        ? given.get().texts("signing_secrets_from_env")
                        : List.of();
        if (secrets.size() > MOST_SECRETS) {
            throw new MalformedEntry(
                    "the key \"signing_secrets_from_env\" takes the names of one setting, or of"
                            + " two while the secret is changed");
        }
        return new Extensions(given.get().flag("ordered"), secrets);
    }
}
