package org.fitmesh.code.run;

import io.smallrye.graphql.spi.LookupService;
import io.smallrye.graphql.spi.ManagedInstance;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where SmallRye and our data fetchers find the beans of endpoints. Found by {@link
 * java.util.ServiceLoader}, so it asks for the container once; without a container (in tests) it
 * makes one object of a class.
 */
public final class BeanLookup implements LookupService {
    private final Optional<BeanManager> beans = container();
    private final Map<Class<?>, Optional<Bean<?>>> found = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

    private static Optional<BeanManager> container() {
        try {
            return Optional.of(CDI.current().getBeanManager());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    @Override
    public String getName() {
        return "Fitmesh";
    }

    @Override
    public boolean isResolvable(Class<?> type) {
        return beans.isEmpty() || bean(type).isPresent();
    }

    @Override
    public <T> ManagedInstance<T> getInstance(Class<T> type) {
        Object instance = kept.get(type);
        if (instance != null) {
            return () -> type.cast(instance);
        }
        Bean<?> bean = bean(type).orElse(null);
        return bean == null ? adapter(type) : contextual(type, bean);
    }

    /** A proxy is kept and finds the right object itself; a dependent one ends after its use. */
    private <T> ManagedInstance<T> contextual(Class<T> type, Bean<?> bean) {
        CreationalContext<?> context = beans.orElseThrow().createCreationalContext(bean);
        T instance = type.cast(beans.orElseThrow().getReference(bean, type, context));
        if (isShared(bean)) {
            kept.put(type, instance);
            return () -> instance;
        }
        return new Dependents<>(instance, context);
    }

    private static boolean isShared(Bean<?> bean) {
        return bean.getScope() != Dependent.class
                || bean.getBeanClass().isAnnotationPresent(Stateless.class)
                || bean.getBeanClass().isAnnotationPresent(Singleton.class);
    }

    /** SmallRye's adapters need not be beans. */
    private <T> ManagedInstance<T> adapter(Class<T> type) {
        T instance = type.cast(kept.computeIfAbsent(type, BeanLookup::construct));
        return () -> instance;
    }

    private static Object construct(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    type.getName() + " is no bean and has no public constructor", e);
        }
    }

    private Optional<Bean<?>> bean(Class<?> type) {
        return found.computeIfAbsent(type, this::resolve);
    }

    private Optional<Bean<?>> resolve(Class<?> type) {
        if (beans.isEmpty()) {
            return Optional.empty();
        }
        try {
            Set<Bean<?>> candidates = beans.get().getBeans(type);
            return Optional.ofNullable(beans.get().resolve(candidates));
        } catch (AmbiguousResolutionException e) {
            return Optional.empty();
        }
    }

    private record Dependents<T>(T instance, CreationalContext<?> context)
            implements ManagedInstance<T> {
        @Override
        public T get() {
            return instance;
        }

        @Override
        public void destroyIfNecessary() {
            context.release();
        }
    }
}
