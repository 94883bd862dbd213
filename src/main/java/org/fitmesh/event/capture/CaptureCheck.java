package org.fitmesh.event.capture;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.fitmesh.config.Settings;

/** Looks after the capture triggers every minute, on every node. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class CaptureCheck {
    @Resource private TimerService timers;
    @Inject private Settings settings;
    @Inject private Capture capture;

    @PostConstruct
    void begin() {
        long interval = settings.events().captureCheck().toMillis();
        timers.createIntervalTimer(interval, interval, new TimerConfig(null, false));
    }

    @Timeout
    void check() {
        capture.check();
    }
}
