package org.fitmesh.testapp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.fitmesh.fit.User;

/** Writes after a transaction, in one of its own. */
@ApplicationScoped
public class Afterwards {
    @PersistenceContext(unitName = "fitmesh")
    private EntityManager entities;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void write(String user) {
        entities.persist(new User(user));
    }
}
