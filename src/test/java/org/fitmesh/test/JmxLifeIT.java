package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** MBeans come and go with the application, of which they hold the class loader. */
class JmxLifeIT {
    private static final String SERVER = "fitmesh.dev.server";
    private static final String LIBERTY = "liberty";
    private static final String AFTER_DEPLOYMENT = "-Dpayaramicro.postDeployCommandFile=";

    private final Fitmesh fitmesh = Fitmesh.running();

    @Test
    void aStartThatFailsLeavesNoBean() throws Exception {
        try (ApplicationServer node =
                fitmesh.startNode("failing", "org.fitmesh.testapp.failing", Map.of())) {
            eventually(
                    () ->
                            assertThat(node.log())
                                    .anyMatch(line -> line.contains("MBeans before the start")));
            try (JmxConsole console = JmxConsole.attach(node.process())) {
                eventually(() -> assertThat(console.names()).isEmpty());
            }
            assertThat(node.log())
                    .as("there were some")
                    .anyMatch(line -> line.matches(".*MBeans before the start fails: [1-9].*"));
        }
    }

    /** Payara Micro takes commands of an administrator from a file only. */
    @Test
    @DisabledIfSystemProperty(named = SERVER, matches = LIBERTY)
    void anApplicationThatIsUndeployedLeavesNoBean() throws Exception {
        Map<String, String> undeploy = afterDeployment("undeploy fitmesh");
        try (ApplicationServer node = fitmesh.startNode("undeployed", undeploy)) {
            eventually(
                    () ->
                            assertThat(node.log())
                                    .anyMatch(line -> line.contains("undeploy fitmesh")));
            try (JmxConsole console = JmxConsole.attach(node.process())) {
                eventually(() -> assertThat(console.names()).isEmpty());
            }
        }
    }

    @Test
    @DisabledIfSystemProperty(named = SERVER, matches = LIBERTY)
    void twoDeploymentsOfOneServerHaveBeansOfTheirOwn() throws Exception {
        Map<String, String> second =
                afterDeployment("deploy --name second --contextroot /second " + Fitmesh.war());
        try (ApplicationServer node = fitmesh.startNode("two", second)) {
            node.awaitHealthy();
            try (JmxConsole console = JmxConsole.attach(node.process())) {
                eventually(
                        () ->
                                assertThat(console.names())
                                        .contains(
                                                "type=Snapshot",
                                                "type=RemoteSchema,name=hygraph",
                                                "context=/second,type=Snapshot",
                                                "context=/second,type=RemoteSchema,name=hygraph"));
                assertThat(console.get("context=/second,type=Snapshot", "Ready")).isEqualTo(true);
                Set<String> ofSecond =
                        console.names().stream()
                                .filter(name -> name.startsWith("context=/second,"))
                                .map(name -> name.substring("context=/second,".length()))
                                .collect(Collectors.toSet());
                Set<String> ofFirst =
                        console.names().stream()
                                .filter(name -> !name.startsWith("context="))
                                .collect(Collectors.toSet());
                assertThat(ofSecond).isEqualTo(ofFirst);
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = SERVER, matches = LIBERTY)
    void anApplicationThatIsStoppedAndStartedHasItsBeansOnce() throws Exception {
        try (ApplicationServer node = fitmesh.startNode("stopped", Map.of())) {
            node.awaitHealthy();
            try (JmxConsole console = JmxConsole.attach(node.process())) {
                ObjectName application =
                        console.server()
                                .queryNames(
                                        new ObjectName(
                                                "WebSphere:service=com.ibm.websphere.application.ApplicationMBean,*"),
                                        null)
                                .iterator()
                                .next();
                Set<String> before = console.names();
                assertThat(before).contains("type=Snapshot");

                console.server().invoke(application, "stop", null, null);
                eventually(() -> assertThat(console.names()).isEmpty());

                console.server().invoke(application, "start", null, null);
                eventually(() -> assertThat(console.names()).isEqualTo(before));
                eventually(() -> assertThat(console.get("type=Snapshot", "Ready")).isEqualTo(true));
            }
        }
    }

    private static Map<String, String> afterDeployment(String command) throws Exception {
        Path file = Files.createTempFile(Path.of("target").toAbsolutePath(), "commands", ".txt");
        Files.writeString(file, command + "\n");
        return Map.of("JAVA_TOOL_OPTIONS", AFTER_DEPLOYMENT + file);
    }
}
