package org.fitmesh.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.InputValidation;
import org.fitmesh.metadata.TrackedTable;
import org.fitmesh.metadata.UnusableValueException;

/**
 * Leaves permissions out whose handler cannot be asked: without it they would give more than their
 * author meant.
 */
public final class UsableValidations {
    private final Function<String, Optional<String>> settings;
    private final List<Inconsistency> inconsistencies = new ArrayList<>();

    private UsableValidations(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** The tables without those permissions, and which these are. */
    public record Usable(List<TrackedTable> tables, List<Inconsistency> inconsistencies) {}

    /**
     * Tries all permissions.
     *
     * @param settings looks up a setting by its name
     */
    public static Usable of(
            List<TrackedTable> tables, Function<String, Optional<String>> settings) {
        UsableValidations validations = new UsableValidations(settings);
        List<TrackedTable> usable = tables.stream().map(validations::usable).toList();
        return new Usable(usable, List.copyOf(validations.inconsistencies));
    }

    private TrackedTable usable(TrackedTable table) {
        return table.withWrites(
                p -> isUsable("insert_permission", table, p.role(), p.validation()),
                p -> isUsable("update_permission", table, p.role(), p.validation()),
                p -> isUsable("delete_permission", table, p.role(), p.validation()));
    }

    private boolean isUsable(
            String type, TrackedTable table, String role, Optional<InputValidation> validation) {
        if (validation.isEmpty()) {
            return true;
        }
        try {
            InputWebhook.of(validation.get(), settings);
            return true;
        } catch (UnusableValueException e) {
            inconsistencies.add(
                    new Inconsistency(
                            type,
                            table.table() + " of role " + role,
                            "the handler of its \"validate_input\" " + e.getMessage(),
                            e.reason()));
            return false;
        }
    }
}
