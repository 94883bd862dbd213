package org.fitmesh.code.run;

/** An {@link Error} of the application's code, which graphql-java would let through. */
final class EndpointError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndpointError(Throwable cause) {
        super(cause);
    }
}
