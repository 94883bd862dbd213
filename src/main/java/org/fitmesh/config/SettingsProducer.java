package org.fitmesh.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once from MicroProfile Config, for injection. */
@ApplicationScoped
public class SettingsProducer {
    private static final Logger LOG = System.getLogger(SettingsProducer.class.getName());

    private String told = "";

    /**
     * The settings, read now. What is wrong is told in one line of the log: the servers' own lines
     * of a failed start have it at the end of a chain of causes.
     *
     * @throws InvalidSettingException if a setting is wrong: the application does not start
     */
    @Produces
    @Singleton
    public Settings settings() {
        Config config = ConfigProvider.getConfig();
        try {
            return SettingsReader.read(name -> config.getOptionalValue(name, String.class));
        } catch (InvalidSettingException e) {
            tell(e.getMessage());
            throw e;
        }
    }

    private synchronized void tell(String problem) {
        if (!told.equals(problem)) {
            told = problem;
            LOG.log(Level.ERROR, "Fitmesh does not start: {0}", problem);
        }
    }
}
