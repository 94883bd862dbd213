package org.fitmesh.config;

/**
 * A setting that cannot be used, in one line that names the setting and what is allowed. The
 * message goes to the log as it is, so it must never hold a secret; for the same reason there is no
 * cause, whose message could quote one.
 */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param name the setting, as the administrator wrote it
     * @param problem what is wrong and what is allowed, as the rest of the sentence
     */
    public InvalidSettingException(String name, String problem) {
        super(name + ": " + problem);
    }
}
