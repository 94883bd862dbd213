package org.fitmesh.code.schema;

import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.ClassloadingService;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.code.CodeAccess;

/** The Java methods of operations, and who may call them. */
public final class EndpointMethods {
    private EndpointMethods() {}

    /** The class of a name, by the application's class loader. */
    public static Class<?> load(String className) {
        return ClassloadingService.get().loadClass(className);
    }

    /** The class of a parameter: that of the list, for a list. */
    public static String classOf(Argument argument) {
        return argument.hasWrapper()
                ? argument.getWrapper().getWrapperClassName()
                : argument.getReference().getClassName();
    }

    /**
     * The method of an operation.
     *
     * @throws NoSuchMethodException when it has parameters that SmallRye does not tell
     */
    public static Method find(Operation operation) throws NoSuchMethodException {
        Class<?>[] parameters =
                operation.getArguments().stream()
                        .map(argument -> load(classOf(argument)))
                        .toArray(Class<?>[]::new);
        return load(operation.getClassName()).getMethod(operation.getMethodName(), parameters);
    }

    /** Whether the method itself, not its class, is for some roles only. */
    static boolean hasRoles(Operation operation) {
        try {
            Method method = find(operation);
            return method.isAnnotationPresent(RolesAllowed.class)
                    || method.isAnnotationPresent(DenyAll.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("it was there when it was checked", e);
        }
    }

    /** What its annotations say, else those of its class (Jakarta Annotations, section 2.11). */
    static CodeAccess access(Method method) {
        return access((AnnotatedElement) method)
                .or(() -> access(method.getDeclaringClass()))
                .orElse(CodeAccess.ADMIN);
    }

    private static Optional<CodeAccess> access(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(CodeAccess.ADMIN);
        }
        if (element.isAnnotationPresent(PermitAll.class)) {
            return Optional.of(CodeAccess.EVERYBODY);
        }
        return Optional.ofNullable(element.getAnnotation(RolesAllowed.class))
                .map(roles -> new CodeAccess(false, Set.of(roles.value())));
    }
}
