package org.fitmesh.management.jmx;

import static javax.management.openmbean.SimpleType.BOOLEAN;
import static javax.management.openmbean.SimpleType.DATE;
import static javax.management.openmbean.SimpleType.INTEGER;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;
import static javax.management.openmbean.SimpleType.VOID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.fitmesh.remote.RemoteSchemas;
import org.fitmesh.remote.RemoteStatus;
import org.fitmesh.remote.RemoteStatus.Trouble;

/** {@code type=RemoteSchema,name=…}: one for each remote schema of the metadata. */
@ApplicationScoped
class RemoteSchemaBean {
    @Inject private RemoteSchemas remotes;

    OpenBean bean(String name, Executor context) {
        return new OpenBean("The remote schema " + name + ", as this node sees it", context)
                .with(
                        "Url",
                        STRING,
                        "Its address as the metadata writes it (the name of a setting, or an"
                                + " address), without query and credentials",
                        () -> of(name, status -> url(status)))
                .with(
                        "Host",
                        STRING,
                        "Host of the address, with the port where it is not the usual one; empty"
                                + " while a setting for it is missing",
                        () -> of(name, status -> status.host().orElse(null)))
                .with(
                        "State",
                        STRING,
                        "AVAILABLE: it has answered the last request. FAILING: it has not, or its"
                                + " types cannot be used. UNASKED: it has not been asked yet",
                        () -> of(name, RemoteSchemaBean::state))
                .with(
                        "Failure",
                        STRING,
                        "What is wrong with it, in one line; empty while it is available",
                        () -> of(name, status -> failure(status).orElse(null)))
                .with(
                        "FailingSince",
                        DATE,
                        "Since when it has been failing without a success in between; empty while it"
                                + " is available",
                        () ->
                                of(
                                        name,
                                        status ->
                                                status.trouble()
                                                        .flatMap(Trouble::since)
                                                        .map(Date::from)
                                                        .orElse(null)))
                .with(
                        "InForce",
                        BOOLEAN,
                        "Whether its types are part of the schema; the last good ones stay while it"
                                + " is failing",
                        () -> of(name, status -> status.types().isPresent()))
                .with(
                        "LastIntrospection",
                        DATE,
                        "When its types were last fetched; empty if never",
                        () ->
                                of(
                                        name,
                                        status ->
                                                status.introspected().map(Date::from).orElse(null)))
                .with(
                        "Types",
                        INTEGER,
                        "How many types it has; 0 while they are not known",
                        () ->
                                of(
                                        name,
                                        status ->
                                                status.types()
                                                        .map(types -> types.types().size())
                                                        .orElse(0)))
                .with(
                        "Requests",
                        LONG,
                        "Requests that this node has sent to it and that have ended, those for its"
                                + " types among them, since its definition came into force",
                        () -> of(name, RemoteStatus::requests))
                .with(
                        "Failures",
                        LONG,
                        "Those of the requests that got no usable HTTP answer in time",
                        () -> of(name, RemoteStatus::failures))
                .with(
                        "reload",
                        VOID,
                        "Asks it for its types again, on this node, in the background: returns at"
                                + " once. State and LastIntrospection tell what came of it.",
                        arguments -> {
                            remotes.reload(name);
                            return null;
                        });
    }

    /** It may be gone since the bean was registered. */
    private <T> T of(String name, Function<RemoteStatus, T> part) {
        return Optional.ofNullable(remotes.status().get(name)).map(part).orElse(null);
    }

    private static String state(RemoteStatus status) {
        if (status.trouble().isEmpty()) {
            return "AVAILABLE";
        }
        return status.trouble().get().since().isPresent() ? "FAILING" : "UNASKED";
    }

    private static String url(RemoteStatus status) {
        return ShownUrl.of(status.definition().url().template());
    }

    /** A failure quotes the address as the metadata writes it. */
    private static Optional<String> failure(RemoteStatus status) {
        String address = status.definition().url().template();
        return status.trouble()
                .map(trouble -> trouble.reason().replace(address, ShownUrl.of(address)));
    }
}
