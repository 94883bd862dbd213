package org.fitmesh.code.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Indexer;

/**
 * Indexes classes by their files, with all that they refer to in signatures: a jar of a team's code
 * need not carry an index. The implementations of an interface are found when it is sealed, or when
 * something refers to them.
 */
final class ClassFiles {
    private static final Set<String> NOT_OURS =
            Set.of(
                    "java.",
                    "javax.",
                    "jakarta.",
                    "org.eclipse.microprofile.",
                    "io.smallrye.",
                    "com.fasterxml.jackson.",
                    "kotlin.");

    private final ClassLoader loader;
    private final IndexView known;
    private final Indexer indexer = new Indexer();
    private final Set<DotName> seen = new HashSet<>();
    private final Deque<DotName> waiting = new ArrayDeque<>();

    /**
     * @param known classes that are in an index already
     */
    ClassFiles(ClassLoader loader, IndexView known) {
        this.loader = loader;
        this.known = known;
    }

    /** Adds a class although its name is one that is passed over elsewhere. */
    ClassFiles helper(Class<?> type) throws IOException {
        if (seen.add(DotName.createSimple(type))) {
            read(DotName.createSimple(type));
        }
        return this;
    }

    /** Adds a class, and what it refers to. */
    ClassFiles add(Class<?> type) throws IOException {
        reach(DotName.createSimple(type));
        while (!waiting.isEmpty()) {
            ClassInfo found = read(waiting.pop());
            if (found != null) {
                References.of(found).forEach(this::reach);
            }
        }
        return this;
    }

    Index complete() {
        return indexer.complete();
    }

    private void reach(DotName name) {
        boolean foreign = NOT_OURS.stream().anyMatch(name.toString()::startsWith);
        if (!foreign && known.getClassByName(name) == null && seen.add(name)) {
            waiting.add(name);
        }
    }

    /** Null when there is no such file: the schema then says who misses it. */
    private ClassInfo read(DotName name) throws IOException {
        byte[] bytes = bytes(name.toString().replace('.', '/') + ".class");
        if (bytes == null) {
            return null;
        }
        indexer.index(new ByteArrayInputStream(bytes));
        Indexer alone = new Indexer();
        alone.index(new ByteArrayInputStream(bytes));
        return alone.complete().getClassByName(name);
    }

    private byte[] bytes(String file) throws IOException {
        try (InputStream in = open(file)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private InputStream open(String file) {
        InputStream bytes = loader.getResourceAsStream(file);
        return bytes == null ? ClassLoader.getSystemResourceAsStream(file) : bytes;
    }
}
