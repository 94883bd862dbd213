package org.fitmesh.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of a name.
 *
 * @param custom whether somebody has chosen the first word, which then stands as it is
 */
public record Words(List<String> words, boolean custom) {

    /** A name that somebody has chosen: one word, whatever is in it. */
    public static Words custom(String name) {
        return new Words(List.of(name), true);
    }

    /** The words between underscores; one at the begin is part of the first word. */
    public static Words of(String name) {
        List<String> parts = Arrays.asList(name.split("_", -1));
        if (parts.size() < 2 || !parts.get(0).isEmpty()) {
            return new Words(List.copyOf(parts), false);
        }
        List<String> words = new ArrayList<>(parts.subList(1, parts.size()));
        words.set(0, "_" + words.get(0));
        return new Words(List.copyOf(words), false);
    }

    /** These words, and others after them. */
    public Words then(Words others) {
        List<String> all = new ArrayList<>(words);
        all.addAll(others.words);
        return new Words(List.copyOf(all), custom);
    }

    /** These words, and after them those between the underscores of another name. */
    public Words then(String name) {
        return then(of(name));
    }
}
