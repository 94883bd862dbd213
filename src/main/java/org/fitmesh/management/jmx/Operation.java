package org.fitmesh.management.jmx;

import java.util.List;
import javax.management.MBeanOperationInfo;
import javax.management.openmbean.OpenMBeanOperationInfoSupport;
import javax.management.openmbean.OpenMBeanParameterInfo;
import javax.management.openmbean.OpenMBeanParameterInfoSupport;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;

/**
 * What an MBean can be told to do.
 *
 * @param description what it does, and what it answers
 * @param parameters all of them texts
 */
record Operation(
        String name,
        String description,
        List<Parameter> parameters,
        OpenType<?> answer,
        Action action) {

    /** A parameter. */
    record Parameter(String name, String description) {
        OpenMBeanParameterInfo info() {
            return new OpenMBeanParameterInfoSupport(name, description, SimpleType.STRING);
        }
    }

    /** Does it. */
    @FunctionalInterface
    interface Action {
        Object run(List<String> arguments) throws Exception;
    }

    OpenMBeanOperationInfoSupport info() {
        return new OpenMBeanOperationInfoSupport(
                name,
                description,
                parameters.stream().map(Parameter::info).toArray(OpenMBeanParameterInfo[]::new),
                answer,
                MBeanOperationInfo.ACTION);
    }
}
