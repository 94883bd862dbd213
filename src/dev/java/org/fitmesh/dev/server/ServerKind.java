package org.fitmesh.dev.server;

import org.fitmesh.dev.StartFailure;

/** The servers that the WAR is started on. */
public enum ServerKind {
    PAYARA_MICRO("payara", "ready in "),
    PAYARA_SERVER("payara-server", "Boot Command deploy returned"),
    /** CWWKZ0001I: started, CWWKZ0002E and on: not. It calls itself ready (CWWKF0011I) after 30 s. */
    OPEN_LIBERTY("liberty", "CWWKZ000");

    private final String settingValue;
    private final String readyText;

    ServerKind(String settingValue, String readyText) {
        this.settingValue = settingValue;
        this.readyText = readyText;
    }

    /**
     * The server of a name.
     *
     * @throws StartFailure for any other text than {@code payara}, {@code payara-server} and {@code
     *     liberty}
     */
    public static ServerKind named(String name) throws StartFailure {
        for (ServerKind kind : values()) {
            if (kind.settingValue.equals(name)) return kind;
        }
        throw new StartFailure("No such server: " + name + "; there are payara, payara-server and liberty.");
    }

    /** What stands in the log when deployments are through, successful or not. */
    String readyText() {
        return readyText;
    }
}
