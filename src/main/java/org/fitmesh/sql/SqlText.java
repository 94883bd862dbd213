package org.fitmesh.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the text of one statement while the tree writes itself. */
final class SqlText {
    private final StringBuilder text = new StringBuilder(512);
    private final List<Integer> parameters = new ArrayList<>();

    SqlText add(String sql) {
        text.append(sql);
        return this;
    }

    /** A name from the catalog or an alias, quoted. */
    SqlText identifier(String name) {
        text.append('"').append(name.replace("\"", "\"\"")).append('"');
        return this;
    }

    SqlText qualified(String schema, String name) {
        return identifier(schema).add(".").identifier(name);
    }

    /** Text known when the plan is made (a response key, a type name), as a literal. */
    SqlText literal(String constant) {
        text.append('\'').append(constant.replace("'", "''")).append('\'');
        return this;
    }

    SqlText parameter(int number) {
        text.append('?');
        parameters.add(number);
        return this;
    }

    <T> SqlText list(List<T> items, String separator, Consumer<T> write) {
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                text.append(separator);
            }
            write.accept(items.get(i));
        }
        return this;
    }

    SqlStatement finish() {
        return new SqlStatement(
                text.toString(), parameters.stream().mapToInt(Integer::intValue).toArray());
    }
}
