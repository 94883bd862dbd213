package org.fitmesh.plan.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.remote.join.JoinTree;
import org.fitmesh.remote.join.RemoteJoin;

/** What is added to rows after PostgreSQL has answered: values of remotes and of Java code. */
public record Joins(JoinTree remotes, SourceRows sources) {

    /** Collects what hangs below an object. */
    public static final class Below {
        private final Map<String, JoinTree> remotes = new LinkedHashMap<>();
        private final Map<String, SourceRows> sources = new LinkedHashMap<>();

        /** Notes what hangs below that response key; nothing is not noted. */
        public void put(String key, Joins joins) {
            if (!joins.remotes().isEmpty()) {
                remotes.put(key, joins.remotes());
            }
            if (!joins.sources().isEmpty()) {
                sources.put(key, joins.sources());
            }
        }

        /** An object to which nothing is added itself. */
        public Joins alone() {
            return with(List.of(), Optional.empty());
        }

        Joins with(List<RemoteJoin> own, Optional<SourceRequest> request) {
            return new Joins(new JoinTree(remotes, own), new SourceRows(sources, request));
        }
    }
}
