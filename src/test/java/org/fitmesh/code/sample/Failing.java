package org.fitmesh.code.sample;

import io.smallrye.graphql.api.ErrorCode;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.GraphQLException;
import org.eclipse.microprofile.graphql.Query;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** Methods that fail in all ways. */
@GraphQLApi
@ApplicationScoped
public class Failing {
    /** For clients to read, with a code. */
    @ErrorCode("too-late")
    public static class TooLate extends GraphQLException {
        private static final long serialVersionUID = 1L;

        TooLate() {
            super("you are too late");
        }
    }

    /** An object whose getter fails. */
    public static class Trap {
        public String getBait() {
            throw new IllegalStateException("secret of the getter");
        }
    }

    @Query
    public String plain() throws GraphQLException {
        throw new GraphQLException("not on a Sunday");
    }

    @Query
    public String coded() throws GraphQLException {
        throw new TooLate();
    }

    @Query
    public String hidden() {
        throw new IllegalStateException("secret");
    }

    @Query
    public String shown() {
        throw new UnsupportedOperationException("shown by the setting");
    }

    @Query
    public String own() {
        throw new RequestException(
                org.fitmesh.error.ErrorCode.NOT_FOUND, "not here", ErrorPath.ROOT.key("mine"));
    }

    @Query
    public String wrapped() {
        throw new EJBException(new CompletionException(new TooLate()));
    }

    @Query
    public CompletableFuture<String> later() {
        return CompletableFuture.failedFuture(new TooLate());
    }

    @Query
    public String deep() {
        return "secret " + depth(0);
    }

    private static int depth(int from) {
        return from < 0 ? 0 : 1 + depth(from + 1);
    }

    @Query
    public Trap trap() {
        return new Trap();
    }
}
