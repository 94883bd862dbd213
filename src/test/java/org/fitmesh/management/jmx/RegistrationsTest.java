package org.fitmesh.management.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class RegistrationsTest {
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final Registrations registrations = new Registrations(server);

    @Test
    void whatIsNotWantedAnyMoreGoesAndTheRestStays() throws Exception {
        registrations.set(wanted("", "a", "b"));
        registrations.set(wanted("", "b", "c"));

        assertThat(names()).containsExactly("type=b", "type=c");
    }

    @Test
    void nothingIsLeftAfterTheEndAndNothingComesBack() throws Exception {
        registrations.set(wanted("", "a", "b"));
        registrations.close();
        assertThat(names()).isEmpty();

        // A snapshot that comes into force while the application ends.
        registrations.set(wanted("", "a"));
        assertThat(names()).isEmpty();
    }

    @Test
    void twoDeploymentsHaveNamesOfTheirOwn() throws Exception {
        Registrations other = new Registrations(server);
        registrations.set(wanted("", "a"));
        other.set(wanted("/second", "a"));
        assertThat(names()).containsExactly("context=/second,type=a", "type=a");

        registrations.close();
        assertThat(names()).containsExactly("context=/second,type=a");
    }

    @Test
    void aNameThatIsTakenIsLeftToItsOwnerAndTriedAgain() throws Exception {
        Registrations other = new Registrations(server);
        registrations.set(wanted("", "a"));
        other.set(wanted("", "a", "b"));
        assertThat(names()).containsExactly("type=a", "type=b");

        other.set(wanted("", "b"));
        assertThat(names()).as("the first one's stays").containsExactly("type=a", "type=b");
        registrations.close();
        other.set(wanted("", "a", "b"));
        assertThat(names()).containsExactly("type=a", "type=b");
        other.close();
        assertThat(names()).isEmpty();
    }

    @Test
    void aBeanThatCannotBeMadeKeepsNoOtherAway() throws Exception {
        Map<ObjectName, Supplier<OpenBean>> wanted = new LinkedHashMap<>();
        wanted.put(
                new BeanNames("").of("broken"),
                () -> {
                    throw new IllegalStateException("no bean");
                });
        wanted.putAll(wanted("", "a"));

        registrations.set(wanted);

        assertThat(names()).containsExactly("type=a");
    }

    private static Map<ObjectName, Supplier<OpenBean>> wanted(String context, String... types) {
        Map<ObjectName, Supplier<OpenBean>> wanted = new LinkedHashMap<>();
        for (String type : types) {
            wanted.put(
                    new BeanNames(context).of(type), () -> new OpenBean("a bean", Runnable::run));
        }
        return wanted;
    }

    private Set<String> names() throws JMException {
        Set<String> names = new TreeSet<>();
        server.queryNames(new ObjectName("org.fitmesh:*"), null)
                .forEach(name -> names.add(name.getKeyPropertyListString()));
        return names;
    }
}
