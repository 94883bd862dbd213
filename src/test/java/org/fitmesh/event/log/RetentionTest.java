package org.fitmesh.event.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fitmesh.config.SettingsReader;
import org.fitmesh.event.EventTriggers;
import org.fitmesh.event.EventTriggersInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetentionTest {

    /** The container would give up the timer. */
    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsToldOnceAndNeverThrown(Exception failure) {
        EventTriggersInForce inForce = new EventTriggersInForce();
        inForce.set(1, EventTriggers.NONE);
        assertThat(toldOf(inForce, failure))
                .extracting(LogRecord::getLevel)
                .containsExactly(Level.WARNING);
    }

    @Test
    void nothingIsRemovedBeforeTheTablesAreThere() {
        assertThat(toldOf(new EventTriggersInForce(), new SQLException("no such relation")))
                .isEmpty();
    }

    private static List<LogRecord> toldOf(EventTriggersInForce inForce, Exception failure) {
        Retention retention =
                new Retention(
                        failing(failure), SettingsReader.read(name -> Optional.empty()), inForce);
        List<LogRecord> told = new ArrayList<>();
        Logger log = Logger.getLogger(Retention.class.getName());
        Handler handler = collecting(told);
        log.addHandler(handler);
        try {
            retention.removeOld();
            retention.removeOld();
        } finally {
            log.removeHandler(handler);
        }
        return told;
    }

    static Stream<Exception> failures() {
        return Stream.of(
                new SQLException("no connection"), new IllegalStateException("the pool is closed"));
    }

    private static DataSource failing(Exception failure) {
        return (DataSource)
                Proxy.newProxyInstance(
                        RetentionTest.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> {
                            throw failure;
                        });
    }

    /** Keeps what is logged, but for what is there for developers. */
    static Handler collecting(List<LogRecord> told) {
        return new Handler() {
            @Override
            public void publish(LogRecord one) {
                if (one.getLevel().intValue() >= Level.INFO.intValue()) {
                    told.add(one);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
