package org.fitmesh.management.jmx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.ReflectionException;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenMBeanInfoSupport;
import javax.management.openmbean.OpenMBeanOperationInfo;
import javax.management.openmbean.OpenType;
import org.fitmesh.management.jmx.Operation.Action;
import org.fitmesh.management.jmx.Operation.Parameter;

/**
 * An MBean of attributes and operations that are listed with their descriptions. All it hands out
 * is of the JDK's classes, failures too: a console has no others.
 */
final class OpenBean implements DynamicMBean {
    private final String description;
    private final Executor context;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    /**
     * Without any attribute yet.
     *
     * @param context runs a task in the calling thread as one of the application: a console's
     *     thread has neither its class loader nor its names
     */
    OpenBean(String description, Executor context) {
        this.description = description;
        this.context = context;
    }

    /** Adds an attribute; before the bean is registered. */
    OpenBean with(String name, OpenType<?> type, String what, Callable<?> value) {
        attributes.put(name, new Attribute(name, what, type, value));
        return this;
    }

    /** Adds an operation; before the bean is registered. */
    OpenBean with(
            String name, OpenType<?> answer, String what, Action action, Parameter... parameters) {
        operations.put(name, new Operation(name, what, List.of(parameters), answer, action));
        return this;
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        return new OpenMBeanInfoSupport(
                OpenBean.class.getName(),
                description,
                attributes.values().stream()
                        .map(Attribute::info)
                        .toArray(OpenMBeanAttributeInfo[]::new),
                null,
                operations.values().stream()
                        .map(Operation::info)
                        .toArray(OpenMBeanOperationInfo[]::new),
                null);
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException, MBeanException {
        Attribute attribute = attributes.get(name);
        if (attribute == null) {
            throw new AttributeNotFoundException(name);
        }
        return inContext(attribute.value()).told();
    }

    /** Those that cannot be read are left out, as the interface asks for. */
    @Override
    public AttributeList getAttributes(String[] wanted) {
        AttributeList read = new AttributeList();
        List<Attribute> known =
                Arrays.stream(wanted).map(attributes::get).filter(Objects::nonNull).toList();
        context.execute(() -> known.forEach(attribute -> addTo(read, attribute)));
        return read;
    }

    private static void addTo(AttributeList read, Attribute attribute) {
        Outcome outcome = Outcome.of(attribute.value());
        if (outcome.failure() == null) {
            read.add(new javax.management.Attribute(attribute.name(), outcome.value()));
        }
    }

    @Override
    public Object invoke(String name, Object[] arguments, String[] signature)
            throws MBeanException, ReflectionException {
        Operation operation = operations.get(name);
        List<String> texts = texts(arguments);
        if (operation == null || operation.parameters().size() != texts.size()) {
            throw new ReflectionException(new NoSuchMethodException(name));
        }
        return inContext(() -> operation.action().run(texts)).told();
    }

    private static List<String> texts(Object[] arguments) {
        List<String> texts = new ArrayList<>();
        if (arguments != null) {
            Arrays.stream(arguments).map(String::valueOf).map(String::strip).forEach(texts::add);
        }
        return texts;
    }

    @Override
    public void setAttribute(javax.management.Attribute attribute)
            throws AttributeNotFoundException {
        throw new AttributeNotFoundException(attribute.getName() + " cannot be written");
    }

    @Override
    public AttributeList setAttributes(AttributeList unwanted) {
        return new AttributeList();
    }

    private Outcome inContext(Callable<?> value) {
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        context.execute(() -> outcome.set(Outcome.of(value)));
        return outcome.get();
    }

    /** What came of an attribute or operation: a value, or a failure in one line. */
    private record Outcome(Object value, String failure) {
        static Outcome of(Callable<?> value) {
            try {
                return new Outcome(value.call(), null);
            } catch (Exception e) {
                return new Outcome(null, Failure.told(e));
            }
        }

        Object told() throws MBeanException {
            if (failure != null) {
                throw new MBeanException(new IllegalStateException(failure), failure);
            }
            return value;
        }
    }
}
