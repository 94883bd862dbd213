package org.fitmesh.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.Arrays;

/**
 * A Java agent that deploys and undeploys inside of Payara Micro's process, which cannot be told so
 * from outside.
 */
public final class DeploymentAgent {
    private DeploymentAgent() {}

    /**
     * Returns when it is done.
     *
     * @param command {@code deploy NAME CONTEXT WAR} or {@code undeploy NAME}
     */
    public static void agentmain(String command, Instrumentation jvm)
            throws ReflectiveOperationException {
        Class<?> payara =
                Arrays.stream(jvm.getAllLoadedClasses())
                        .filter(c -> c.getName().equals("fish.payara.micro.impl.PayaraMicroImpl"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("this is not Payara Micro"));
        Object micro = payara.getMethod("getInstance").invoke(null);
        Object runtime = payara.getMethod("getRuntime").invoke(micro);
        String[] words = command.split(" ", -1);
        if (words[0].equals("deploy")) {
            Class<?>[] types = {String.class, String.class, File.class};
            call(runtime, "deploy", types, words[1], words[2], new File(words[3]));
        } else {
            call(runtime, "undeploy", new Class<?>[] {String.class}, words[1]);
        }
    }

    private static void call(Object runtime, String method, Class<?>[] types, Object... arguments)
            throws ReflectiveOperationException {
        Object done = runtime.getClass().getMethod(method, types).invoke(runtime, arguments);
        if (Boolean.FALSE.equals(done)) throw new IllegalStateException(method + " failed");
    }
}
