package org.fitmesh.state;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the database to the form that this version needs: the schema {@code fitmesh} of the
 * engine, and the tables of Hasura Fit. Safe to run again, and on several nodes at once: Flyway
 * takes an advisory lock of PostgreSQL around each step. The lock is held by a transaction, so a
 * migration must not create an index concurrently: that waits for all transactions to end.
 */
public final class Migrations {
    private static final String SCHEMA = "fitmesh";

    /** How often another node's lock is tried again, a second apart; a dead node's lock is free. */
    private static final int LOCK_TRIES = 300;

    private Migrations() {}

    /**
     * Runs what has not run yet. Must be called outside of a JTA transaction: Flyway begins and
     * commits its own on the connections of the data source, two at a time.
     *
     * @param withFit whether the tables of Hasura Fit are wanted too
     * @throws FlywayException when the database cannot be reached or a migration fails; what failed
     *     is rolled back
     */
    public static void run(DataSource dataSource, boolean withFit) {
        migrate(dataSource, "engine");
        if (withFit) {
            migrate(dataSource, "fit");
        }
    }

    /**
     * The two parts have a history each, so that the bare engine never asks for the files of Hasura
     * Fit. The schema is never empty for the second of them: hence the baseline, at a version below
     * the first file.
     */
    private static void migrate(DataSource dataSource, String part) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:META-INF/fitmesh/sql/" + part)
                .failOnMissingLocations(true)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .table(part + "_migrations")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .lockRetryCount(LOCK_TRIES)
                .load()
                .migrate();
    }
}
