package org.fitmesh.management.jmx;

import java.util.concurrent.Callable;
import javax.management.openmbean.OpenMBeanAttributeInfoSupport;
import javax.management.openmbean.OpenType;

/**
 * What can be read of an MBean.
 *
 * @param description a sentence or two
 * @param value of the type, or null; a failure is told in one line
 */
record Attribute(String name, String description, OpenType<?> type, Callable<?> value) {
    OpenMBeanAttributeInfoSupport info() {
        return new OpenMBeanAttributeInfoSupport(name, description, type, true, false, false);
    }
}
