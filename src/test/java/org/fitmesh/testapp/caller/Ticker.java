package org.fitmesh.testapp.caller;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;

/** A timer, which no request has called. */
@Startup
@Singleton
public class Ticker {
    @Resource private TimerService timers;
    @Inject private Witness witness;
    private String told = "not yet";

    @PostConstruct
    void start() {
        timers.createSingleActionTimer(1, new TimerConfig(null, false));
    }

    @Timeout
    void tick() {
        told = witness.tell().toString();
    }

    /** What it was told. */
    public String told() {
        return told;
    }
}
