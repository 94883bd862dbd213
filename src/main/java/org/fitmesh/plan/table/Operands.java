package org.fitmesh.plan.table;

import org.fitmesh.catalog.PgType;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.ScalarNames;

/** Turns leaf inputs into operands. */
final class Operands {
    private Operands() {}

    /**
     * The operand of a comparison.
     *
     * @throws RequestException validation-failed for a null, as Hasura answers it
     */
    static Operand required(Input input, PgType type) {
        if (input instanceof Input.Leaf leaf) {
            return new Operand.Given(leaf.source(), leaf.path());
        }
        throw new RequestException(
                ErrorCode.VALIDATION_FAILED,
                "unexpected null value for type '" + ScalarNames.of(type) + "'",
                input.path());
    }
}
