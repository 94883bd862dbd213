package org.fitmesh.schema.type;

import static org.fitmesh.graphql.type.TypeReference.named;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.ColumnEnum;
import org.fitmesh.catalog.PgType;
import org.fitmesh.catalog.UniqueConstraint;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.EnumValue;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputRule;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.ScalarType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.naming.GraphQLName;
import org.fitmesh.naming.NamingConvention;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.table.ScalarNames;

/** Collects the types of one role's schema while they are generated. */
public final class TypeCollector {
    private final Map<String, NamedType> types = new LinkedHashMap<>();

    /** Types that all tables share; a source's customization does not rename them. */
    private final Set<String> shared = new HashSet<>();

    /** Names that two types have. */
    private final Set<String> clashes = new LinkedHashSet<>();

    /** The comparisons of enums that are made of tables: name to the enum's. */
    private final Map<String, String> comparisonsOfEnums = new HashMap<>();

    private final NamingConvention naming;
    private final TypeOptions options;

    public TypeCollector(NamingConvention naming, TypeOptions options) {
        this.naming = naming;
        this.options = options;
        for (String builtIn : List.of("Int", "Float", "String", "Boolean", "ID")) {
            types.put(builtIn, new ScalarType(builtIn, Optional.empty()));
        }
    }

    public Map<String, NamedType> types() {
        return types;
    }

    NamingConvention naming() {
        return naming;
    }

    TypeOptions options() {
        return options;
    }

    /** An empty one that spells and leaves out the same. */
    TypeCollector another() {
        return new TypeCollector(naming, options);
    }

    /**
     * What was collected.
     *
     * @param others gives the same object for the same type
     */
    CollectedTypes collected(SharedTypes others) {
        types.replaceAll((name, type) -> others.same(type));
        return collected();
    }

    /** What was collected. */
    CollectedTypes collected() {
        return new CollectedTypes(types, shared, comparisonsOfEnums, clashes);
    }

    /**
     * Adds what another has collected, or nothing where it has another type of a name.
     *
     * @return such a name
     */
    Optional<String> add(CollectedTypes others) {
        Optional<String> clash = others.clashes().stream().findFirst();
        Iterator<NamedType> added = others.types().values().iterator();
        while (clash.isEmpty() && added.hasNext()) {
            NamedType type = added.next();
            clash = isAnother(types.get(type.name()), type) ? Optional.of(type.name()) : clash;
        }
        if (clash.isEmpty()) {
            types.putAll(others.types());
            shared.addAll(others.shared());
            comparisonsOfEnums.putAll(others.comparisonsOfEnums());
        }
        return clash;
    }

    private static boolean isAnother(NamedType there, NamedType type) {
        return there != null && there != type && !there.equals(type);
    }

    private void put(NamedType type) {
        NamedType there = types.put(type.name(), type);
        if (isAnother(there, type)) {
            clashes.add(type.name());
        }
    }

    /** Notes that a type is the same for all tables. */
    void share(String name) {
        shared.add(name);
    }

    boolean isShared(String name) {
        return shared.contains(name);
    }

    /** Notes which type compares an enum. */
    void comparisonOf(String enumeration, String name) {
        comparisonsOfEnums.put(name, enumeration);
    }

    /** A field whose name is spelled, without arguments and description. */
    FieldDefinition field(String key, TypeReference type) {
        return FieldDefinition.of(naming.field(key), type).calledBy(key);
    }

    /** An input whose name is spelled, without description and default value. */
    InputValue input(String key, TypeReference type) {
        return input(naming, key, type);
    }

    static InputValue input(NamingConvention naming, String key, TypeReference type) {
        return InputValue.of(naming.field(key), type).calledBy(key);
    }

    void object(String name, String description, Collection<FieldDefinition> fields) {
        object(name, Optional.of(description), fields);
    }

    void object(String name, Optional<String> description, Collection<FieldDefinition> fields) {
        put(new ObjectType(name, description, byName(fields), Set.of()));
    }

    void input(InputObjectType type) {
        put(type);
    }

    void input(String name, String description, Collection<InputValue> fields) {
        input(name, Optional.of(description), fields);
    }

    /** For the few types that Hasura says nothing about. */
    void undescribedInput(String name, Collection<InputValue> fields) {
        input(name, Optional.empty(), fields);
    }

    private void input(String name, Optional<String> description, Collection<InputValue> fields) {
        Map<String, InputValue> byName = new LinkedHashMap<>();
        fields.forEach(f -> byName.put(f.name(), f));
        put(new InputObjectType(name, description, byName));
    }

    void enumeration(String name, String description, Collection<EnumValue> values) {
        Map<String, EnumValue> byName = new LinkedHashMap<>();
        values.forEach(v -> byName.put(v.name(), v));
        put(new EnumType(name, Optional.of(description), byName));
    }

    /**
     * An enum of columns, each described as {@code column name}, as Hasura does. Columns that no
     * value of an enum can name are left out, as clients refuse such a schema; unless there is no
     * other.
     */
    void columnEnum(
            String name, String description, Collection<Map.Entry<String, Column>> columns) {
        List<EnumValue> all =
                columns.stream()
                        .map(Map.Entry::getKey)
                        .map(n -> new EnumValue(n, Optional.of("column name"), Optional.empty()))
                        .toList();
        List<EnumValue> named =
                all.stream().filter(v -> GraphQLName.isEnumValue(v.name())).toList();
        enumeration(name, description, named.isEmpty() ? all : named);
    }

    /** The type of a column's values, nullable; its scalar is added when it is new. */
    TypeReference columnType(Column column) {
        return column.enumeration()
                .map(this::enumType)
                .orElseGet(() -> valueType(column.effectiveType()));
    }

    private TypeReference enumType(ColumnEnum enumeration) {
        if (!(types.get(enumeration.name()) instanceof EnumType)) {
            List<EnumValue> values = new ArrayList<>();
            enumeration
                    .values()
                    .forEach(
                            (name, comment) ->
                                    values.add(
                                            new EnumValue(
                                                    naming.enumValue(name),
                                                    comment,
                                                    Optional.empty(),
                                                    name)));
            Map<String, EnumValue> byName = new LinkedHashMap<>();
            values.forEach(v -> byName.putIfAbsent(v.name(), v));
            put(new EnumType(enumeration.name(), Optional.empty(), byName));
        }
        return named(enumeration.name());
    }

    /** An argument for each column of the primary key, which there must be. */
    Map<String, InputValue> keyArguments(RoleTable table) {
        Map<String, InputValue> arguments = new LinkedHashMap<>();
        UniqueConstraint key = table.model().table().primaryKey().orElseThrow();
        for (String name : key.columns()) {
            Column column = table.model().table().columns().get(name);
            String argument = table.model().graphqlNameOf(name).orElse(name);
            TypeReference type = new TypeReference.NonNull(columnType(column));
            arguments.put(
                    argument,
                    InputValue.of(argument, type)
                            .accepting(InputRule.COLUMN)
                            .describedAs(table.description(column)));
        }
        return arguments;
    }

    /** What a column is set to: it may be left away, and be null where the column may. */
    InputValue columnInput(RoleTable table, String name, Column column) {
        InputValue input =
                InputValue.of(name, columnType(column))
                        .accepting(InputRule.COLUMN)
                        .describedAs(table.description(column));
        return column.nullable() ? input : input.refusingNull();
    }

    /** The type of values of a type, nullable; its scalar is added when it is new. */
    TypeReference valueType(PgType type) {
        if (type.isArray() && !options.arrays()) {
            return named(scalar(ScalarNames.ofArray(type)));
        }
        if (type.isArray() && type.element().isPresent()) {
            TypeReference element = valueType(type.element().get());
            return new TypeReference.ListOf(new TypeReference.NonNull(element));
        }
        return named(scalar(ScalarNames.of(type)));
    }

    /** Adds the scalar when it is new; returns its name. */
    String scalar(String name) {
        if (!(types.get(name) instanceof ScalarType)) {
            put(new ScalarType(name, Optional.empty()));
        }
        return name;
    }

    static Map<String, FieldDefinition> byName(Collection<FieldDefinition> fields) {
        Map<String, FieldDefinition> byName = new LinkedHashMap<>();
        fields.forEach(f -> byName.put(f.name(), f));
        return byName;
    }

    static Map<String, InputValue> arguments(InputValue... values) {
        Map<String, InputValue> byName = new LinkedHashMap<>();
        Arrays.stream(values).forEach(v -> byName.put(v.name(), v));
        return byName;
    }
}
