package org.fitmesh.dev;

import java.io.IOException;
import java.util.Optional;
import org.fitmesh.dev.server.FreePort;

/** Which ports are free. */
final class Ports {

    private Ports() {}

    /**
     * The port itself.
     *
     * @throws StartFailure when another program listens on it
     */
    static int wanted(int port, String setting) throws StartFailure {
        if (port == 0) return anyFree();
        if (FreePort.isFree(port)) return port;
        throw new StartFailure(
                "port " + port + " (" + setting + ") is in use by another program: end that program"
                        + " or choose another port, for example " + setting + "=" + (port + 10));
    }

    /** The port that is set; else the usual one; else, when that is in use, any free one. */
    static int orFree(Settings settings, String setting, int usual) throws StartFailure {
        Optional<Integer> set = settings.number(setting);
        if (set.isPresent()) return wanted(set.get(), setting);
        return FreePort.isFree(usual) ? usual : anyFree();
    }

    private static int anyFree() throws StartFailure {
        try {
            return FreePort.any();
        } catch (IOException e) {
            throw new StartFailure("no free port", e);
        }
    }
}
