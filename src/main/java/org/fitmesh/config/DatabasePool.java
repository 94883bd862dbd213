package org.fitmesh.config;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * Asks the server for its connection pool; code injects it by {@link #NAME}. All connections are
 * alike, so Payara need not match them against what is asked for, which cost a third of a simple
 * request's time.
 */
@Singleton
@DataSourceDefinition(
        name = DatabasePool.NAME,
        className = "org.fitmesh.config.FitmeshDataSource",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = DatabasePool.MOST,
        maxIdleTime = 300,
        transactional = true,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=meta-data",
            "fish.payara.match-connections=false"
        })
public class DatabasePool {
    /** JNDI name of the data source. */
    public static final String NAME = "java:app/jdbc/fitmesh";

    /** How many of the connections requests hold at a time. */
    static final int FOR_REQUESTS = 16;

    /** The others are for what runs beside the requests. */
    static final int MOST = FOR_REQUESTS + 4;
}
