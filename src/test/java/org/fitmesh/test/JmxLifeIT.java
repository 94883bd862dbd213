package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import com.sun.tools.attach.VirtualMachine;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.fitmesh.agent.DeploymentAgent;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MBeans come and go with the application, of which they hold the class loader. */
class JmxLifeIT {
    private static final String SERVER = "fitmesh.dev.server";
    private static final String LIBERTY = "liberty";
    private static final String SECOND = "context=/second,";

    private final Fitmesh fitmesh = Fitmesh.running();

    @TempDir private Path folder;

    @Test
    void aStartThatFailsLeavesNoBean() throws Exception {
        try (ApplicationServer node =
                fitmesh.startNode("failing", "org.fitmesh.testapp.failing", Map.of())) {
            awaitLog(node, "MBeans before the start fails");
            try (JmxConsole console = JmxConsole.attach(node.process())) {
                eventually(() -> assertThat(console.names()).isEmpty());
            }
            assertThat(node.log())
                    .as("there were some")
                    .anyMatch(line -> line.matches(".*MBeans before the start fails: [1-9].*"));
        }
    }

    /** A server that is busy may take its time until it begins to deploy. */
    private static void awaitLog(ApplicationServer node, String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (System.nanoTime() < end && node.log().stream().noneMatch(l -> l.contains(text))) {
            Thread.sleep(200);
        }
    }

    /** Payara is told by its own commands, Open Liberty by the MBean of the application. */
    @Test
    void beansComeAndGoWithTheirApplication() throws Exception {
        if (LIBERTY.equals(System.getProperty(SERVER))) {
            anApplicationThatIsStoppedAndStartedHasItsBeansOnce();
        } else {
            eachDeploymentHasBeansOfItsOwnUntilItIsUndeployed();
        }
    }

    private void eachDeploymentHasBeansOfItsOwnUntilItIsUndeployed() throws Exception {
        try (ApplicationServer node = fitmesh.startNode("two", Map.of())) {
            node.awaitHealthy();
            try (JmxConsole console = JmxConsole.attach(node.process())) {
                HttpApi api = new HttpApi(node.url());
                eventually(() -> assertThat(api.get("/healthz").body()).isEqualTo("OK"));
                Set<String> first = console.names();
                assertThat(first).contains("type=Snapshot", "type=RemoteSchema,name=hygraph");

                command(node, "deploy second /second " + ServerUnderTest.war());
                eventually(() -> assertThat(ofSecond(console.names())).isEqualTo(first));
                String snapshot = "context=/second,type=Snapshot";
                eventually(() -> assertThat(console.get(snapshot, "Ready")).isEqualTo(true));

                command(node, "undeploy fitmesh");
                assertThat(console.names()).allMatch(name -> name.startsWith(SECOND));
                assertThat(console.get(snapshot, "Ready")).isEqualTo(true);

                command(node, "undeploy second");
                assertThat(console.names()).isEmpty();
            }
        }
    }

    private void anApplicationThatIsStoppedAndStartedHasItsBeansOnce() throws Exception {
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

    /** The names of the second deployment, as if it were the first. */
    private static Set<String> ofSecond(Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(SECOND))
                .map(name -> name.substring(SECOND.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void command(ApplicationServer node, String command) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", DeploymentAgent.class.getName());
        Path jar = folder.resolve("agent.jar");
        String name = DeploymentAgent.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new JarEntry(name));
            Files.copy(Path.of("target", "test-classes", name), out);
        }
        VirtualMachine machine = VirtualMachine.attach(Long.toString(node.process().pid()));
        try {
            machine.loadAgent(jar.toString(), command);
        } finally {
            machine.detach();
        }
    }
}
