package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

/** Event triggers on inserts into {@code sessions}, and rows that raise them. */
record SessionEvents(Fitmesh fitmesh) {

    /**
     * Creates a trigger.
     *
     * @param path of the receiver of webhooks
     * @param timeout seconds that a delivery may take
     */
    void trigger(String name, String path, int retries, int interval, int timeout) {
        HttpApi.Answer answer =
                fitmesh.metadata(
                        """
                        {"type": "pg_create_event_trigger", "args": {"name": "%s", "source": "default",
                         "table": {"schema": "public", "name": "sessions"}, "webhook": "%s",
                         "insert": {"columns": "*"},
                         "retry_conf": {"num_retries": %d, "interval_sec": %d, "timeout_sec": %d}}}
                        """
                                .formatted(
                                        name,
                                        fitmesh.webhook().address(path),
                                        retries,
                                        interval,
                                        timeout));
        assertThat(answer.body()).contains("success");
    }

    /** The same without retries. */
    void trigger(String name, String path) {
        trigger(name, path, 0, 1, 10);
    }

    /** As many sessions of alice, who must be there. */
    void insert(String slug, int number) throws SQLException {
        fitmesh.sql(
                "insert into sessions (user_id, slug) select 'alice', '%s' from generate_series(1, %d)"
                        .formatted(slug, number));
    }
}
