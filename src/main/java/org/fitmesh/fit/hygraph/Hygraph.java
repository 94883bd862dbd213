package org.fitmesh.fit.hygraph;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.fitmesh.config.Secret;
import org.fitmesh.config.Settings;

/** The Hygraph that the settings name. */
@ApplicationScoped
public class Hygraph {
    /** The setting with its address. */
    public static final String ENDPOINT = "HYGRAPH_ENDPOINT";

    private static final String TOKEN = "HYGRAPH_FULL_ACCESS_TOKEN";

    /** Of the wait for an answer, and of its reading. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Inject private Settings settings;

    private Optional<HygraphClient> client = Optional.empty();

    @PostConstruct
    void prepare() {
        client =
                settings.lookup(ENDPOINT)
                        .flatMap(Hygraph::address)
                        .map(
                                address ->
                                        new HygraphClient(
                                                address,
                                                settings.lookup(TOKEN).map(Secret::new),
                                                TIMEOUT));
    }

    /** How it is asked; absent when {@link #ENDPOINT} is no http or https URL, or not set. */
    public Optional<HygraphClient> client() {
        return client;
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean http = String.valueOf(uri.getScheme()).matches("(?i)https?");
            return Optional.of(uri).filter(u -> http && u.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @PreDestroy
    void close() {
        client.ifPresent(HygraphClient::close);
    }
}
