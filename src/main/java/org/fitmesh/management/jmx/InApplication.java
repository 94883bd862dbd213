package org.fitmesh.management.jmx;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

/**
 * Runs tasks of a console's thread as the application's own: the container of EJBs gives any thread
 * that calls the class loader, the names and the component that it lacks, and hands them on to
 * tasks that are started meanwhile.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class InApplication {

    /** Runs a task in the calling thread, without a transaction. */
    public void run(Runnable task) {
        task.run();
    }
}
