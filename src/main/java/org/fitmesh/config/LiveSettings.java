package org.fitmesh.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The settings that may change while the server runs, as they were within the last seconds: when
 * somebody asks and they are older, they are read again. A value that is wrong is told of in the
 * log, and those before it stay in force.
 */
@ApplicationScoped
public class LiveSettings {
    /** With what Payara remembers them (microprofile-config.properties): five seconds. */
    static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(4);

    private static final Logger LOG = System.getLogger(LiveSettings.class.getName());

    private final AtomicBoolean reading = new AtomicBoolean();
    private Settings settings;
    private LongSupplier clock;
    private volatile Settings.Live live;
    private volatile long readAt;
    private String problem = "";

    /** For the container. */
    public LiveSettings() {}

    @Inject
    public LiveSettings(Settings settings) {
        this(settings, System::nanoTime);
    }

    LiveSettings(Settings settings, LongSupplier clock) {
        this.settings = settings;
        this.clock = clock;
        this.live = settings.live();
        this.readAt = clock.getAsLong();
    }

    /** What counts now; costs next to nothing. */
    public Settings.Live current() {
        if (clock.getAsLong() - readAt > KEPT_NANOS && reading.compareAndSet(false, true)) {
            try {
                read();
            } finally {
                reading.set(false);
            }
        }
        return live;
    }

    private void read() {
        readAt = clock.getAsLong();
        try {
            live = SettingsReader.readLive(settings.source());
            problem = "";
        } catch (InvalidSettingException e) {
            if (!e.getMessage().equals(problem)) {
                problem = e.getMessage();
                LOG.log(Level.WARNING, "{0}; what was in force before stays", problem);
            }
        }
    }
}
