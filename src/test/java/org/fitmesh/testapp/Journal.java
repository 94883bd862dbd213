package org.fitmesh.testapp;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What the observers saw, in order. */
@ApplicationScoped
public class Journal {
    private final List<String> lines = new ArrayList<>();

    private int captured;

    synchronized void count() {
        captured++;
    }

    synchronized int captured() {
        return captured;
    }

    synchronized void add(String line) {
        lines.add(line);
    }

    /** All lines since the last call. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
