package org.fitmesh.event.observe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fitmesh.event.change.Change;

/** Fires CDI events under their exact types. */
@ApplicationScoped
class ChangeEvents {
    @Inject private BeanManager beans;

    private final Map<Class<?>, Event<Change<?>>> changes = new ConcurrentHashMap<>();

    /** The entity itself is the event. */
    void fire(Operation operation, Object entity) {
        beans.getEvent().select(operation.qualifier()).fire(entity);
    }

    /** In the forms that somebody observes. */
    void updated(ObservedEntity observed, Object before, Object after) {
        if (observed.change()) {
            changes.computeIfAbsent(after.getClass(), this::event)
                    .fire(new Change<>(before, after));
        }
        if (observed.updated()) {
            fire(Operation.UPDATE, after);
        }
    }

    /**
     * CDI takes the type arguments of a generic event from the {@code Event} that it is fired with,
     * and an {@code Event} of a type that is known only now is had as if it were injected.
     */
    @SuppressWarnings("unchecked")
    private Event<Change<?>> event(Class<?> entity) {
        ChangeInjection place = new ChangeInjection(entity);
        return (Event<Change<?>>)
                beans.getInjectableReference(place, beans.createCreationalContext(null));
    }
}
