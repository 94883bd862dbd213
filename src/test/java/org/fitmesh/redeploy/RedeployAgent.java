package org.fitmesh.redeploy;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * A Java agent that deploys the application anew, inside of the server's process: neither of the
 * small servers can be told so from outside. Whoever wants it writes the file {@code request} and
 * waits for {@code done}, which is empty or tells what went wrong.
 */
public final class RedeployAgent {
    private static final int POLL_MILLIS = 100;

    private RedeployAgent() {}

    /**
     * Starts to wait.
     *
     * @param arguments a folder, a semicolon and the WAR
     */
    public static void premain(String arguments, Instrumentation jvm) {
        int separator = arguments.indexOf(';');
        Path folder = Path.of(arguments.substring(0, separator));
        File war = new File(arguments.substring(separator + 1));
        Thread thread = new Thread(() -> serve(folder, war, jvm), "redeploy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(Path folder, File war, Instrumentation jvm) {
        Path request = folder.resolve("request");
        while (true) {
            try {
                Thread.sleep(POLL_MILLIS);
                if (!Files.deleteIfExists(request)) continue;
                Path answer = folder.resolve("answer");
                Files.writeString(answer, attempt(war, jvm));
                Files.move(answer, folder.resolve("done"), StandardCopyOption.ATOMIC_MOVE);
            } catch (InterruptedException | IOException e) {
                return;
            }
        }
    }

    private static String attempt(File war, Instrumentation jvm) {
        try {
            redeploy(war, jvm);
            return "";
        } catch (Exception e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            return text.toString();
        }
    }

    private static void redeploy(File war, Instrumentation jvm) throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> applications =
                beans.queryNames(
                        new ObjectName(
                                "WebSphere:service=com.ibm.websphere.application.ApplicationMBean,*"),
                        null);
        if (!applications.isEmpty()) {
            beans.invoke(applications.iterator().next(), "restart", new Object[0], new String[0]);
            return;
        }
        Class<?> payara =
                Arrays.stream(jvm.getAllLoadedClasses())
                        .filter(c -> c.getName().equals("fish.payara.micro.impl.PayaraMicroImpl"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no server that is known"));
        Object micro = payara.getMethod("getInstance").invoke(null);
        Object runtime = payara.getMethod("getRuntime").invoke(micro);
        call(runtime, "undeploy", new Class<?>[] {String.class}, "fitmesh");
        Class<?>[] types = {String.class, String.class, File.class};
        call(runtime, "deploy", types, "fitmesh", "/", war);
    }

    private static void call(Object runtime, String method, Class<?>[] types, Object... arguments)
            throws ReflectiveOperationException {
        Object done = runtime.getClass().getMethod(method, types).invoke(runtime, arguments);
        if (Boolean.FALSE.equals(done)) throw new IllegalStateException(method + " failed");
    }
}
