package org.fitmesh.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once from MicroProfile Config, for injection. */
@ApplicationScoped
public class SettingsProducer {
    /**
     * The settings, read now.
     *
     * @throws InvalidSettingException if a setting is wrong: the application does not start
     */
    @Produces
    @Singleton
    public Settings settings() {
        Config config = ConfigProvider.getConfig();
        return SettingsReader.read(name -> config.getOptionalValue(name, String.class));
    }
}
