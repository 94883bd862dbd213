package org.fitmesh.code.scalar;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/**
 * A value of a client that its scalar cannot read. It takes the place of the value, because
 * graphql-java's scalars do not know in which argument they are asked.
 *
 * @param reason for the client to read
 */
public record Unreadable(String reason) {

    /**
     * Looks for such a value in the value of an argument.
     *
     * @throws RequestException {@code validation-failed}, at the first one
     */
    public static void refuse(Object value, ErrorPath path) {
        find(value, path).ifPresent(Unreadable::raise);
    }

    private static void raise(RequestException failure) {
        throw failure;
    }

    /** The failure that it is at a place. */
    public RequestException at(ErrorPath path) {
        return new RequestException(ErrorCode.VALIDATION_FAILED, reason, path);
    }

    private static Optional<RequestException> find(Object value, ErrorPath path) {
        if (value instanceof Unreadable unreadable) {
            return Optional.of(unreadable.at(path));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(e -> find(e.getValue(), path.key(e.getKey().toString())).stream())
                    .findFirst();
        }
        return value instanceof Collection<?> list ? inList(list, path) : Optional.empty();
    }

    private static Optional<RequestException> inList(Collection<?> list, ErrorPath path) {
        int position = 0;
        for (Object element : list) {
            Optional<RequestException> found = find(element, path.index(position++));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
