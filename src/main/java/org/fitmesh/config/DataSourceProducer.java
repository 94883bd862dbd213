package org.fitmesh.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import javax.sql.DataSource;

/** Chooses between the server's data source and the WAR's own, once at start. */
@ApplicationScoped
public class DataSourceProducer {
    private static final Logger LOG = System.getLogger(DataSourceProducer.class.getName());

    @Resource(lookup = DatabasePool.NAME)
    private DataSource own;

    /** The server's, if it has one by the name {@link ServerDataSource#NAME}. */
    @Produces
    @Singleton
    @FitmeshDatabase
    GuardedDataSource dataSource() {
        Optional<DataSource> server = ServerDataSource.find();
        LOG.log(
                Level.INFO,
                server.isPresent()
                        ? "connections come from the server''s data source {0}"
                        : "connections come from a pool of the WAR''s own: the server has no data"
                                + " source {0}",
                ServerDataSource.NAME);
        return server.map(GuardedDataSource::ofServer).orElseGet(() -> GuardedDataSource.own(own));
    }
}
