package org.fitmesh.config;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where PostgreSQL is.
 *
 * @param host name or address; an IPv6 address in brackets
 * @param port 5432 if the address names none
 * @param database its name; the user's if the address names none, as libpq does
 * @param user absent: the driver's default
 * @param password absent: none is sent
 * @param properties connection parameters under the JDBC driver's names, such as {@code sslmode}
 */
public record DatabaseUrl(
        String host,
        int port,
        String database,
        Optional<String> user,
        Optional<Secret> password,
        Map<String, String> properties) {

    private static final int DEFAULT_PORT = 5432;
    private static final List<String> PREFIXES =
            List.of("postgres://", "postgresql://", "jdbc:postgresql://");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("([^:,\\[\\]\\s]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");

    /** Parameters that libpq (and so Hasura) names otherwise than the JDBC driver. */
    private static final Map<String, String> DRIVER_NAMES =
            Map.of(
                    "application_name", "ApplicationName",
                    "connect_timeout", "connectTimeout",
                    "channel_binding", "channelBinding");

    /**
     * Reads an address in the form of libpq, Heroku or JDBC. User and password may be
     * percent-encoded.
     *
     * @param settingName who is to blame
     * @throws InvalidSettingException if it cannot be read; the message shows nothing of the
     *     address
     */
    static DatabaseUrl parse(String settingName, String text) {
        String rest =
                PREFIXES.stream()
                        .filter(text::startsWith)
                        .findFirst()
                        .map(prefix -> text.substring(prefix.length()))
                        .orElseThrow(() -> unreadable(settingName, "its beginning is unknown"));
        int question = rest.indexOf('?');
        String head = question < 0 ? rest : rest.substring(0, question);
        Map<String, String> parameters =
                parameters(settingName, question < 0 ? "" : rest.substring(question + 1));

        // The last @ ends the credentials: passwords with an unencoded @ are common.
        int at = head.lastIndexOf('@');
        String credentials = at < 0 ? "" : head.substring(0, at);
        int colon = credentials.indexOf(':');
        Optional<String> user =
                part(settingName, colon < 0 ? credentials : credentials.substring(0, colon))
                        .or(() -> Optional.ofNullable(parameters.get("user")));
        Optional<String> password =
                part(settingName, colon < 0 ? "" : credentials.substring(colon + 1))
                        .or(() -> Optional.ofNullable(parameters.get("password")));
        parameters.keySet().removeAll(List.of("user", "password"));

        String place = head.substring(at + 1);
        int slash = place.indexOf('/');
        Matcher address = HOST_AND_PORT.matcher(slash < 0 ? place : place.substring(0, slash));
        if (!address.matches()) {
            throw unreadable(settingName, "after the credentials comes one host, and :port");
        }
        String database =
                part(settingName, slash < 0 ? "" : place.substring(slash + 1))
                        .or(() -> user)
                        .orElseThrow(() -> unreadable(settingName, "the database is missing"));
        return new DatabaseUrl(
                address.group(1),
                port(settingName, address.group(2)),
                database,
                user,
                password.map(Secret::new),
                Collections.unmodifiableMap(parameters));
    }

    /** The address for the JDBC driver, with the properties, without user and password. */
    public String jdbcUrl() {
        String query =
                properties.entrySet().stream()
                        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
        String base = "jdbc:postgresql://" + host + ":" + port + "/" + encode(database);
        return query.isEmpty() ? base : base + "?" + query;
    }

    /** Host, port, database and user; nothing that may be secret. */
    @Override
    public String toString() {
        return "postgresql://"
                + user.map(name -> name + "@").orElse("")
                + host
                + ":"
                + port
                + "/"
                + database;
    }

    private static int port(String settingName, String text) {
        if (text == null) {
            return DEFAULT_PORT;
        }
        int port = Integer.parseInt(text);
        if (port < 1 || port > 65535) {
            throw unreadable(settingName, "the port must be from 1 to 65535");
        }
        return port;
    }

    private static Map<String, String> parameters(String settingName, String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(settingName, equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                String value = equals < 0 ? "" : decode(settingName, pair.substring(equals + 1));
                parameters.put(DRIVER_NAMES.getOrDefault(name, name), value);
            }
        }
        return parameters;
    }

    private static Optional<String> part(String settingName, String encoded) {
        return encoded.isEmpty() ? Optional.empty() : Optional.of(decode(settingName, encoded));
    }

    private static String decode(String settingName, String encoded) {
        try {
            // In an address a plus is a plus; only forms write a space so.
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable(settingName, "a % must be followed by two hex digits (%25 for %)");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static InvalidSettingException unreadable(String settingName, String reason) {
        return new InvalidSettingException(
                settingName,
                "is no address of a PostgreSQL database ("
                        + reason
                        + "); allowed are postgres://user:password@host:port/database?sslmode=…,"
                        + " postgresql://… and jdbc:postgresql://…");
    }
}
