package org.fitmesh.management.jmx;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.management.ObjectName;
import org.fitmesh.cache.KeptCache;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.fitmesh.state.SnapshotInForce;
import org.fitmesh.state.Snapshots;

/**
 * Keeps the MBeans of this deployment as the snapshot in force wants them, from the start of the
 * application to its end.
 */
@ApplicationScoped
class ManagementBeans {
    @EJB private InApplication application;

    @Inject private SnapshotBean snapshot;
    @Inject private RemoteSchemaBean remoteSchema;
    @Inject private EventsBean events;
    @Inject private EventTriggerBean eventTrigger;
    @Inject private SessionsBean sessions;
    @Inject private Snapshots snapshots;
    @Inject private TriggerEvents triggers;
    @Inject private EventFigures figures;
    @Inject @Any private Instance<KeptCache> produced;

    private final Registrations registrations =
            new Registrations(ManagementFactory.getPlatformMBeanServer());
    private BeanNames names;
    private Executor context;
    private List<KeptCache> caches;
    private boolean pauseTold;

    /** The application starts. */
    synchronized void begin(BeanNames ofDeployment) {
        context = application::run;
        caches = produced.stream().toList();
        names = ofDeployment;
        update();
    }

    /** Remotes and event triggers may have come or gone. */
    synchronized void onSnapshot(@Observes SnapshotInForce inForce) {
        if (names != null) {
            update();
        }
        if (!pauseTold) {
            pauseTold = true;
            figures.tellWhatIsPaused();
        }
    }

    private void update() {
        Map<ObjectName, Supplier<OpenBean>> wanted = new LinkedHashMap<>();
        wanted.put(names.of("Snapshot"), () -> snapshot.bean(context));
        wanted.put(names.of("Events"), () -> events.bean(context));
        wanted.put(names.of("Sessions"), () -> sessions.bean(context));
        for (KeptCache cache : caches) {
            wanted.put(names.of("Cache", cache.name()), () -> CacheBean.of(cache, context));
        }
        for (String name : remotes()) {
            wanted.put(names.of("RemoteSchema", name), () -> remoteSchema.bean(name, context));
        }
        for (String name : triggers.names()) {
            wanted.put(names.of("EventTrigger", name), () -> eventTrigger.bean(name, context));
        }
        registrations.set(wanted);
    }

    private List<String> remotes() {
        return snapshots.candidate().stream()
                .flatMap(now -> now.metadata().remoteSchemas().stream())
                .map(RemoteSchemaDefinition::name)
                .toList();
    }

    /** The application ends, or its start has failed. */
    @PreDestroy
    void end() {
        registrations.close();
    }
}
