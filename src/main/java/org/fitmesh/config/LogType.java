package org.fitmesh.config;

import java.util.Locale;

/** Hasura's types of log lines; what a type without a line of its own here tells is elsewhere. */
public enum LogType {
    STARTUP,
    HTTP_LOG,
    WEBHOOK_LOG,
    WEBSOCKET_LOG,
    QUERY_LOG,
    EXECUTION_LOG,
    LIVEQUERY_POLLER_LOG,
    ACTION_HANDLER_LOG,
    DATA_CONNECTOR_LOG,
    JWK_REFRESH_LOG,
    VALIDATE_INPUT_LOG;

    /** As a setting and a line of the log say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
