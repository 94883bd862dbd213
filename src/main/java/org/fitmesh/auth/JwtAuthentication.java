package org.fitmesh.auth;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fitmesh.auth.jwt.JwtConfiguration;
import org.fitmesh.auth.jwt.JwtConfigurationReader;
import org.fitmesh.auth.jwt.TokenLocation;
import org.fitmesh.auth.jwt.TokenVerifier;
import org.fitmesh.auth.jwt.VerifiedClaims;
import org.fitmesh.config.InvalidSettingException;
import org.fitmesh.config.Secret;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/**
 * Finds a request's token and the one configuration that is responsible for it, as Hasura does with
 * several: every configuration looks at its own place, and one with an {@code issuer} leaves tokens
 * of other issuers alone.
 */
public final class JwtAuthentication {
    private final List<TokenVerifier> verifiers;

    /**
     * @param verifiers one for each configuration
     */
    public JwtAuthentication(List<TokenVerifier> verifiers) {
        this.verifiers = List.copyOf(verifiers);
    }

    /**
     * Authentication as HASURA_GRAPHQL_JWT_SECRET says.
     *
     * @throws InvalidSettingException if it cannot be used
     */
    public static JwtAuthentication of(Secret jwtSecret, InstantSource clock) {
        return new JwtAuthentication(
                JwtConfigurationReader.read(jwtSecret.reveal()).stream()
                        .map(configuration -> TokenVerifier.of(configuration, clock))
                        .toList());
    }

    List<TokenVerifier> verifiers() {
        return verifiers;
    }

    /** Fetches the key sets that are at URLs. */
    void fetchKeys() {
        verifiers.forEach(TokenVerifier::fetchKeys);
    }

    /**
     * The claims of the request's token; empty if the request has none.
     *
     * @throws RequestException if there is a token that does not count
     */
    Optional<VerifiedClaims> verify(RequestHeaders headers) {
        List<Candidate> candidates =
                verifiers.stream().flatMap(verifier -> candidate(verifier, headers)).toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        List<Candidate> responsible =
                candidates.size() == 1 && candidates.get(0).verifier().acceptsAnyIssuer()
                        ? candidates
                        : candidates.stream().filter(Candidate::isResponsible).toList();
        if (responsible.isEmpty()) {
            throw new RequestException(
                    ErrorCode.INVALID_JWT, "Could not verify JWT: JWTNotInIssuer", ErrorPath.ROOT);
        }
        if (responsible.size() > 1) {
            throw invalidHeaders("Could not verify JWT: Multiple JWTs found");
        }
        return Optional.of(responsible.get(0).verify());
    }

    private record Candidate(TokenVerifier verifier, String token) {
        boolean isResponsible() {
            return verifier.isResponsibleFor(token);
        }

        VerifiedClaims verify() {
            return verifier.verify(token);
        }
    }

    private static Stream<Candidate> candidate(TokenVerifier verifier, RequestHeaders headers) {
        JwtConfiguration configuration = verifier.configuration();
        return token(configuration.location(), headers).stream()
                .map(token -> new Candidate(verifier, token));
    }

    private static Optional<String> token(TokenLocation location, RequestHeaders headers) {
        return switch (location.kind()) {
            case AUTHORIZATION -> headers.get("authorization").map(JwtAuthentication::bearer);
            case COOKIE -> headers.cookie(location.name());
            case CUSTOM_HEADER ->
                    headers.get(location.name().toLowerCase(Locale.ROOT)).map(String::strip);
        };
    }

    private static String bearer(String value) {
        String text = value.strip();
        String token = text.startsWith("Bearer ") ? text.substring("Bearer ".length()).strip() : "";
        if (token.isEmpty() || token.chars().anyMatch(Character::isWhitespace)) {
            throw invalidHeaders("Malformed Authorization header");
        }
        return token;
    }

    private static RequestException invalidHeaders(String message) {
        return new RequestException(ErrorCode.INVALID_HEADERS, message, ErrorPath.ROOT);
    }
}
