package org.fitmesh.code.scan;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * An index in which some classes alone are endpoints: those that are beans, and of these the ones
 * that SmallRye accepts.
 */
final class EndpointView implements InvocationHandler {
    private static final DotName API = DotName.createSimple(GraphQLApi.class);
    private static final DotName SOURCE = DotName.createSimple(Source.class);

    private final IndexView all;
    private final Set<DotName> endpoints = new HashSet<>();

    private EndpointView(IndexView all) {
        this.all = all;
    }

    /** A view of an index. */
    static IndexView of(IndexView all, Collection<Class<?>> endpoints) {
        EndpointView view = new EndpointView(all);
        view.endpoints.add(DotName.createSimple(EntityDeclarations.ROOTS));
        for (Class<?> endpoint : endpoints) {
            // Methods may be those of a class above.
            for (Class<?> at = endpoint; at != null; at = at.getSuperclass()) {
                view.endpoints.add(DotName.createSimple(at));
            }
        }
        return (IndexView)
                Proxy.newProxyInstance(
                        IndexView.class.getClassLoader(), new Class<?>[] {IndexView.class}, view);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            Object result = method.invoke(all, arguments);
            boolean asked =
                    method.getName().equals("getAnnotations")
                            && (API.equals(arguments[0]) || SOURCE.equals(arguments[0]));
            return asked ? kept((Collection<?>) result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Collection<?> kept(Collection<?> annotations) {
        return annotations.stream()
                .filter(annotation -> isOfEndpoint(((AnnotationInstance) annotation).target()))
                .toList();
    }

    private boolean isOfEndpoint(AnnotationTarget target) {
        return switch (target.kind()) {
            case CLASS -> endpoints.contains(target.asClass().name());
            case METHOD_PARAMETER ->
                    isOfEndpoint(target.asMethodParameter().method().declaringClass());
            case METHOD -> isOfEndpoint(target.asMethod().declaringClass());
            case FIELD, TYPE, RECORD_COMPONENT -> false;
        };
    }

    private boolean isOfEndpoint(ClassInfo declaring) {
        return endpoints.contains(declaring.name());
    }
}
