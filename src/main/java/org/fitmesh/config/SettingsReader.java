package org.fitmesh.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Turns named texts into {@link Settings}, and refuses what Hasura refuses at start. */
public final class SettingsReader {
    private static final Set<String> TRUE = Set.of("true", "yes", "t", "y", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "f", "n", "0");
    private static final String FLAG_VALUES =
            "true, yes, t, y, 1 or false, no, f, n, 0 (in any case)";

    private static final String[] NAMING_CONVENTIONS = {"hasura-default", "graphql-default"};

    private final Function<String, Optional<String>> source;

    private SettingsReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /**
     * Reads every setting.
     *
     * @param source the value of a name; an empty or blank value counts as none
     * @throws InvalidSettingException if a value is wrong, or two settings contradict each other
     */
    public static Settings read(Function<String, Optional<String>> source) {
        return new SettingsReader(source).settings();
    }

    /**
     * Reads those that may change while the server runs.
     *
     * @throws InvalidSettingException if one of them is wrong
     */
    static Settings.Live readLive(Function<String, Optional<String>> source) {
        return new SettingsReader(source).live();
    }

    private Settings settings() {
        return new Settings(
                application(),
                new Settings.Database(
                        databaseUrl(),
                        Duration.ofMillis(count(Setting.FITMESH_DATABASE_SILENCE_MILLIS)),
                        count(Setting.FITMESH_REQUESTS_PER_STATEMENT)),
                authentication(),
                api(),
                features(),
                apis(),
                remotes(),
                limits(),
                events(),
                shutdown(),
                popularity(),
                code(),
                live(),
                word(Setting.FITMESH_LOG_OUTPUT, LogOutput.values(), LogOutput::text),
                !flag(Setting.OTEL_SDK_DISABLED),
                source);
    }

    private Application application() {
        return word(Setting.FITMESH_APPLICATION, Application.values(), Application::text);
    }

    private Optional<DatabaseUrl> databaseUrl() {
        for (Setting name : List.of(Setting.HASURA_GRAPHQL_DATABASE_URL, Setting.DATABASE_URL)) {
            Optional<String> text = text(name);
            if (text.isPresent()) {
                return Optional.of(DatabaseUrl.parse(name.name(), text.get().strip()));
            }
        }
        return Optional.empty();
    }

    /** The rules under which Hasura does not start either. */
    private Settings.Authentication authentication() {
        Optional<Secret> adminSecret =
                text(Setting.HASURA_GRAPHQL_ADMIN_SECRET)
                        .or(() -> text(Setting.HASURA_GRAPHQL_ACCESS_KEY))
                        .map(Secret::new);
        boolean unprotected = adminSecret.isEmpty();
        for (Setting dependent :
                List.of(
                        Setting.HASURA_GRAPHQL_JWT_SECRET,
                        Setting.HASURA_GRAPHQL_AUTH_HOOK,
                        Setting.HASURA_GRAPHQL_UNAUTHORIZED_ROLE)) {
            if (unprotected && text(dependent).isPresent()) {
                throw new InvalidSettingException(
                        dependent.name(),
                        "needs HASURA_GRAPHQL_ADMIN_SECRET to be set too; without it every request"
                                + " is the administrator's");
            }
        }
        refuseHook();
        return new Settings.Authentication(
                adminSecret,
                text(Setting.HASURA_GRAPHQL_JWT_SECRET).map(Secret::new),
                text(Setting.HASURA_GRAPHQL_UNAUTHORIZED_ROLE).map(String::strip));
    }

    private void refuseHook() {
        Setting hook = Setting.HASURA_GRAPHQL_AUTH_HOOK;
        if (text(hook).isEmpty()) {
            return;
        }
        if (text(Setting.HASURA_GRAPHQL_JWT_SECRET).isPresent()) {
            throw new InvalidSettingException(
                    hook.name(), "cannot be set together with HASURA_GRAPHQL_JWT_SECRET");
        }
        if (text(Setting.HASURA_GRAPHQL_UNAUTHORIZED_ROLE).isPresent()) {
            throw new InvalidSettingException(
                    hook.name(), "cannot be set together with HASURA_GRAPHQL_UNAUTHORIZED_ROLE");
        }
        // Going on without it would answer requests that the hook would have refused.
        throw new InvalidSettingException(
                hook.name(),
                "webhook authentication is not supported yet; use HASURA_GRAPHQL_JWT_SECRET");
    }

    private Settings.Api api() {
        Optional<AllowedOrigins> origins =
                flag(Setting.HASURA_GRAPHQL_DISABLE_CORS)
                        ? Optional.empty()
                        : Optional.of(
                                AllowedOrigins.parse(
                                        Setting.HASURA_GRAPHQL_CORS_DOMAIN.name(),
                                        textOrDefault(Setting.HASURA_GRAPHQL_CORS_DOMAIN)));
        return new Settings.Api(
                flag(Setting.HASURA_GRAPHQL_STRINGIFY_NUMERIC_TYPES),
                flag(Setting.HASURA_GRAPHQL_INFER_FUNCTION_PERMISSIONS),
                flag(Setting.HASURA_GRAPHQL_V1_BOOLEAN_NULL_COLLAPSE),
                origins);
    }

    private Settings.Features features() {
        Set<ExperimentalFeature> on =
                words(
                        Setting.HASURA_GRAPHQL_EXPERIMENTAL_FEATURES,
                        text(Setting.HASURA_GRAPHQL_EXPERIMENTAL_FEATURES).orElse(""),
                        ExperimentalFeature.values(),
                        ExperimentalFeature::text);
        String naming =
                word(
                        Setting.HASURA_GRAPHQL_DEFAULT_NAMING_CONVENTION,
                        NAMING_CONVENTIONS,
                        convention -> convention);
        return new Settings.Features(on, naming);
    }

    private EnabledApis apis() {
        String text = textOrDefault(Setting.HASURA_GRAPHQL_ENABLED_APIS);
        return EnabledApis.parse(text, flag(Setting.FITMESH_ENABLE_RUN_SQL))
                .orElseThrow(
                        () ->
                                wrong(
                                        Setting.HASURA_GRAPHQL_ENABLED_APIS,
                                        text,
                                        EnabledApis.ALLOWED));
    }

    private Settings.Live live() {
        return new Settings.Live(
                new Settings.Errors(
                        flag(Setting.HASURA_GRAPHQL_DEV_MODE),
                        flag(Setting.HASURA_GRAPHQL_ADMIN_INTERNAL_ERRORS),
                        flag(Setting.HASURA_GRAPHQL_PRESERVE_401_ERRORS)),
                new Settings.Log(
                        logTypes(),
                        word(Setting.HASURA_GRAPHQL_LOG_LEVEL, LogLevel.values(), LogLevel::text),
                        flag(Setting.FITMESH_LOG_VALUES)));
    }

    private Set<LogType> logTypes() {
        Setting setting = Setting.HASURA_GRAPHQL_ENABLED_LOG_TYPES;
        return words(setting, textOrDefault(setting), LogType.values(), LogType::text);
    }

    /** Those that a comma-separated list names. */
    private static <T extends Comparable<T>> Set<T> words(
            Setting setting, String list, T[] allowed, Function<T, String> text) {
        Set<T> named = new TreeSet<>();
        for (String part : list.split(",")) {
            String name = part.strip();
            if (!name.isEmpty()) {
                named.add(word(setting, name, allowed, text));
            }
        }
        return Collections.unmodifiableSet(named);
    }

    private Settings.Remotes remotes() {
        Setting permissions = Setting.HASURA_GRAPHQL_ENABLE_REMOTE_SCHEMA_PERMISSIONS;
        RemotePermissions mode =
                text(permissions)
                        .map(text -> flag(permissions, text))
                        .map(on -> on ? RemotePermissions.ENFORCED : RemotePermissions.IGNORED)
                        .orElse(RemotePermissions.WHERE_DEFINED);
        return new Settings.Remotes(
                mode, Duration.ofSeconds(count(Setting.FITMESH_REMOTE_RETRY_SECONDS)));
    }

    private Settings.Limits limits() {
        return new Settings.Limits(
                count(Setting.FITMESH_MAX_REQUEST_BYTES),
                count(Setting.FITMESH_MAX_BATCH_SIZE),
                count(Setting.FITMESH_MAX_QUERY_DEPTH),
                count(Setting.FITMESH_PLAN_CACHE_SIZE),
                count(Setting.FITMESH_MAX_OBSERVED_CHANGES));
    }

    private Settings.Events events() {
        return new Settings.Events(
                count(Setting.HASURA_GRAPHQL_EVENTS_HTTP_POOL_SIZE),
                Duration.ofMillis(count(Setting.HASURA_GRAPHQL_EVENTS_FETCH_INTERVAL)),
                count(Setting.HASURA_GRAPHQL_EVENTS_FETCH_BATCH_SIZE),
                Duration.ofSeconds(count(Setting.FITMESH_EVENT_LEASE_SECONDS)),
                Duration.ofSeconds(count(Setting.FITMESH_EVENT_TRIGGER_CHECK_SECONDS)),
                webhookSecrets(),
                flag(Setting.FITMESH_WEBHOOK_PRIVATE_ADDRESSES),
                Duration.ofHours(count(Setting.FITMESH_EVENTS_KEEP_DELIVERED_HOURS)),
                Duration.ofHours(count(Setting.FITMESH_EVENTS_KEEP_FAILED_HOURS)));
    }

    private List<Secret> webhookSecrets() {
        String text = text(Setting.FITMESH_WEBHOOK_SECRET).orElse("").strip();
        if (text.isEmpty()) {
            return List.of();
        }
        List<Secret> secrets = Arrays.stream(text.split("\\s+")).map(Secret::new).toList();
        String name = Setting.FITMESH_WEBHOOK_SECRET.name();
        if (secrets.size() > 2) {
            throw new InvalidSettingException(
                    name, "takes one secret, or two with a space between them");
        }
        for (Secret secret : secrets) {
            try {
                SigningKey.of(secret);
            } catch (IllegalArgumentException e) {
                throw new InvalidSettingException(name, e.getMessage());
            }
        }
        return secrets;
    }

    private Settings.Shutdown shutdown() {
        return new Settings.Shutdown(
                Duration.ofSeconds(count(Setting.HASURA_GRAPHQL_GRACEFUL_SHUTDOWN_TIMEOUT)),
                Duration.ofSeconds(number(Setting.FITMESH_SHUTDOWN_DELAY_SECONDS)));
    }

    private Settings.Popularity popularity() {
        return new Settings.Popularity(
                Duration.ofSeconds(count(Setting.FITMESH_POPULARITY_PUSH_SECONDS)),
                count(Setting.FITMESH_HYGRAPH_REQUESTS_PER_SECOND));
    }

    private Settings.Code code() {
        String list = text(Setting.MP_GRAPHQL_SHOWERRORMESSAGE).orElse("");
        return new Settings.Code(
                Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(c -> !c.isEmpty())
                        .toList());
    }

    private Optional<String> text(Setting setting) {
        return source.apply(setting.key()).filter(value -> !value.isBlank());
    }

    private String textOrDefault(Setting setting) {
        return text(setting).or(setting::defaultValue).orElseThrow().strip();
    }

    private boolean flag(Setting setting) {
        return flag(setting, textOrDefault(setting));
    }

    private static boolean flag(Setting setting, String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(word)) {
            return true;
        }
        if (FALSE.contains(word)) {
            return false;
        }
        throw wrong(setting, text, FLAG_VALUES);
    }

    private <T> T word(Setting setting, T[] allowed, Function<T, String> text) {
        return word(setting, textOrDefault(setting), allowed, text);
    }

    private static <T> T word(
            Setting setting, String given, T[] allowed, Function<T, String> text) {
        for (T value : allowed) {
            if (text.apply(value).equalsIgnoreCase(given)) {
                return value;
            }
        }
        List<String> words = Arrays.stream(allowed).map(text).toList();
        String last = words.get(words.size() - 1);
        String others = String.join(", ", words.subList(0, words.size() - 1));
        throw wrong(setting, given, others + " or " + last);
    }

    private int count(Setting setting) {
        String text = textOrDefault(setting);
        if (text.matches("0*[1-9][0-9]{0,9}")) {
            long value = Long.parseLong(text);
            if (value <= Integer.MAX_VALUE) {
                return (int) value;
            }
        }
        int least = setting.kind() == Setting.Kind.NUMBER ? 0 : 1;
        throw wrong(setting, text, "a whole number from " + least + " to " + Integer.MAX_VALUE);
    }

    private int number(Setting setting) {
        return textOrDefault(setting).matches("0+") ? 0 : count(setting);
    }

    private static InvalidSettingException wrong(Setting setting, String value, String allowed) {
        return new InvalidSettingException(
                setting.key(), "'" + value + "' is not allowed; allowed is " + allowed);
    }
}
