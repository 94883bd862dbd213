package org.fitmesh.schema.table;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.TrackedTable;
import org.fitmesh.naming.NamingConvention;
import org.fitmesh.naming.Words;

/**
 * The names that are generated for a table; each is spelled once, whichever role asks first. Equal
 * are those that spell the same.
 */
public final class TableNames {
    private final Words words;
    private final Map<String, String> customRootFields;
    private final NamingConvention naming;
    private final String typeName;
    private final Map<String, String> typeNames = new ConcurrentHashMap<>();
    private final Map<String, String> rootFields = new ConcurrentHashMap<>();

    TableNames(TrackedTable tracked, NamingConvention naming) {
        this.words = words(tracked);
        this.customRootFields = tracked.configuration().customRootFields();
        this.naming = naming;
        this.typeName = naming.type(words);
    }

    /** How they are spelled. */
    public NamingConvention naming() {
        return naming;
    }

    /** What they are made of. */
    public Words words() {
        return words;
    }

    /**
     * What the type is called that aggregates a table's rows in a condition.
     *
     * @param function its name in GraphQL, which stands as it is
     */
    public Words predicate(String function) {
        return words.then("aggregate_bool_exp").then(Words.custom(function));
    }

    /** What the boolean columns are called that such a condition takes. */
    public Words predicateColumns(String function) {
        return predicate(function).then("arguments_columns");
    }

    /** The name of the enum of these columns. */
    public String predicateColumnsType(String function) {
        return naming.type(words.then("select_column").then(predicateColumns(function)));
    }

    String type() {
        return typeName;
    }

    String type(String what) {
        return typeNames.computeIfAbsent(what, end -> naming.type(words.then(end)));
    }

    String rootField(String key, UnaryOperator<Words> usual) {
        String custom = customRootFields.get(key);
        return custom != null
                ? custom
                : rootFields.computeIfAbsent(key, k -> naming.field(usual.apply(words)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableNames names
                && words.equals(names.words)
                && naming == names.naming
                && customRootFields.equals(names.customRootFields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(words, naming, customRootFields);
    }

    static Words words(TrackedTable tracked) {
        return tracked.configuration()
                .customName()
                .map(Words::custom)
                .orElseGet(() -> words(tracked.table()));
    }

    private static Words words(TableName table) {
        Words own = Words.of(table.name().replace('.', '_'));
        return table.schema().equals(TableName.PUBLIC) ? own : Words.of(table.schema()).then(own);
    }
}
