package org.fitmesh.config;

/**
 * A text that must not be seen in logs and messages.
 *
 * @param reveal the text itself; ask for it only where it is used
 */
public record Secret(String reveal) {
    /** Stars, however long the secret is. */
    @Override
    public String toString() {
        return "***";
    }
}
