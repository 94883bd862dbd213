package org.fitmesh.event.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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

/**
 * Looks at the log again and again, on every node: for retries that are due, for what a node that
 * died had taken, and for what no announcement reached.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DispatcherTimer {
    @Resource private TimerService timers;
    @Inject private Settings settings;
    @Inject private Dispatcher dispatcher;

    @PostConstruct
    void begin() {
        long interval = settings.events().interval().toMillis();
        timers.createIntervalTimer(interval, interval, new TimerConfig(null, false));
        dispatcher.start();
    }

    @Timeout
    void look() {
        dispatcher.wake();
    }

    @PreDestroy
    void end() {
        dispatcher.stop();
    }
}
