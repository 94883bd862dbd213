package org.fitmesh.event.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.fitmesh.event.Deliveries;
import org.fitmesh.event.EventTriggerName;

/** Fires events as CDI events, in a transaction of their own. */
@ApplicationScoped
public class ObserverTransaction {
    @Inject private BeanManager beans;

    /**
     * Tells the observers of that name.
     *
     * @throws RuntimeException what an observer threw, or the transaction's failure; nothing that
     *     they wrote is there then
     * @throws IllegalStateException when nobody observes that name
     */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    public void tell(String name, Deliveries batch) {
        EventTriggerName qualifier = new EventTriggerName.Literal(name);
        if (beans.resolveObserverMethods(batch, qualifier).isEmpty()) {
            throw new IllegalStateException(
                    "nothing observes @EventTriggerName(\"" + name + "\") Deliveries");
        }
        beans.getEvent().select(Deliveries.class, qualifier).fire(batch);
    }
}
