package org.fitmesh.permission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.fitmesh.permission.Garden.Type;

/** Random choices. */
record Pick(Random random) {
    private static final List<String> TEXTS = List.of("a", "b", "c", "d", "x", "y", "z");

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    int below(int n) {
        return random.nextInt(n);
    }

    /** One of them, whatever order the collection has. */
    <T extends Comparable<T>> T one(Collection<T> choices) {
        return List.copyOf(new TreeSet<>(choices)).get(below(choices.size()));
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Some of them, at least one. */
    List<String> some(Collection<String> choices) {
        List<String> shuffled = new ArrayList<>(new TreeSet<>(choices));
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, 1 + below(shuffled.size())));
    }

    Object value(Type type) {
        return switch (type) {
            case INT -> below(6);
            case TEXT -> of(TEXTS);
            case BOOL -> random.nextBoolean();
        };
    }

    List<Object> values(Type type) {
        List<Object> values = new ArrayList<>();
        for (int i = below(4); i > 0; i--) {
            values.add(value(type));
        }
        return values;
    }

    /** Session variables by name in lower case, for whatever a permission asks of them. */
    Map<String, String> session() {
        Map<String, String> session = new HashMap<>();
        session.put("x-hasura-int", String.valueOf(below(6)));
        session.put("x-hasura-text", (String) value(Type.TEXT));
        session.put("x-hasura-bool", String.valueOf(random.nextBoolean()));
        session.put("x-hasura-ids", "{" + below(6) + "," + below(6) + "}");
        return session;
    }
}
