package org.fitmesh.event;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.fitmesh.config.Secret;
import org.fitmesh.metadata.EventTrigger;

/**
 * An event trigger that can be delivered: its settings are filled in.
 *
 * @param headers that are sent with each delivery; values may be secrets
 * @param signingSecrets of Standard Webhooks; each signs, so that a receiver may know either
 */
public record ActiveTrigger(
        EventTrigger definition,
        Target target,
        Map<String, Secret> headers,
        List<Secret> signingSecrets) {

    /** Who is told. */
    public sealed interface Target {
        /**
         * A receiver on the network.
         *
         * @param address may hold a secret
         * @param template the address as the metadata writes it, which is what errors and logs show
         */
        record Webhook(URI address, String template) implements Target {}

        /**
         * An observer in the WAR ({@code webhook: cdi:name}).
         *
         * @param name what follows {@code cdi:}
         */
        record Observer(String name) implements Target {}
    }

    public String name() {
        return definition.name();
    }

    /** Without the address, headers and secrets. */
    @Override
    public String toString() {
        return "ActiveTrigger[" + name() + "]";
    }
}
