package org.fitmesh.code.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What the container puts around the exceptions of the application. */
final class Wrapped {
    /** By name, so that none of them is needed to be there. */
    private static final Set<String> WRAPPERS =
            Set.of(
                    CompletionException.class.getName(),
                    ExecutionException.class.getName(),
                    InvocationTargetException.class.getName(),
                    UndeclaredThrowableException.class.getName(),
                    EndpointError.class.getName(),
                    "jakarta.ejb.EJBException",
                    "jakarta.ejb.EJBTransactionRolledbackException",
                    "jakarta.ejb.TransactionRolledbackLocalException",
                    "jakarta.transaction.TransactionalException",
                    "jakarta.transaction.RollbackException",
                    "jakarta.persistence.RollbackException",
                    "org.jboss.weld.exceptions.WeldException");

    private static final int DEEPEST = 10;

    private Wrapped() {}

    /** What the application threw. */
    static Throwable cause(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (at.getCause() == null || !WRAPPERS.contains(at.getClass().getName())) {
                return at;
            }
            at = at.getCause();
        }
        return at;
    }
}
