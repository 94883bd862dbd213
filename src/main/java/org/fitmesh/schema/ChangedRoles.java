package org.fitmesh.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fitmesh.metadata.TrackedTable;

/** Which roles see something else after a change that is one of permissions alone. */
final class ChangedRoles {
    private final Set<String> roles = new HashSet<>();

    private ChangedRoles() {}

    /**
     * The roles that a permission of theirs was given to, taken from or changed for; those that
     * inherit from them are not among them. Empty when anything else has changed.
     */
    static Optional<Set<String>> between(RoleSchemas.Sources before, RoleSchemas.Sources after) {
        List<TrackedTable> were = before.tracked().tables();
        List<TrackedTable> are = after.tracked().tables();
        if (were.size() != are.size() || !sameButTables(before, after)) {
            return Optional.empty();
        }
        ChangedRoles changed = new ChangedRoles();
        for (int i = 0; i < are.size(); i++) {
            if (were.get(i) == are.get(i)) {
                continue;
            }
            if (!were.get(i).withoutPermissions().equals(are.get(i).withoutPermissions())) {
                return Optional.empty();
            }
            changed.add(were.get(i), are.get(i));
        }
        return Optional.of(changed.roles);
    }

    private static boolean sameButTables(RoleSchemas.Sources before, RoleSchemas.Sources after) {
        return before.catalog().equals(after.catalog())
                && before.tracked().functions().equals(after.tracked().functions())
                && before.tracked().options().equals(after.tracked().options())
                && before.remotes().equals(after.remotes())
                && before.access().equals(after.access())
                && before.code().equals(after.code())
                && before.roleDefinitions().equals(after.roleDefinitions());
    }

    private void add(TrackedTable was, TrackedTable is) {
        add(was.selectPermissions(), is.selectPermissions(), p -> p.role());
        add(was.insertPermissions(), is.insertPermissions(), p -> p.role());
        add(was.updatePermissions(), is.updatePermissions(), p -> p.role());
        add(was.deletePermissions(), is.deletePermissions(), p -> p.role());
    }

    private <T> void add(List<T> were, List<T> are, Function<T, String> role) {
        were.stream().filter(one -> !are.contains(one)).map(role).forEach(roles::add);
        are.stream().filter(one -> !were.contains(one)).map(role).forEach(roles::add);
    }
}
