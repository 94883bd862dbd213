package org.fitmesh.management.jmx;

import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanException;
import javax.management.ReflectionException;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.management.jmx.Operation.Parameter;
import org.junit.jupiter.api.Test;

class OpenBeanTest {
    private final OpenBean bean =
            new OpenBean("a bean", Runnable::run)
                    .with("Works", LONG, "a number", () -> 7L)
                    .with(
                            "Fails",
                            LONG,
                            "no number",
                            () -> {
                                throw new SQLException("connection refused");
                            })
                    .with(
                            "twice",
                            STRING,
                            "says it twice",
                            arguments -> arguments.get(0) + arguments.get(0),
                            new Parameter("text", "what"))
                    .with(
                            "refuse",
                            STRING,
                            "refuses",
                            arguments -> {
                                throw new RequestException(
                                        ErrorCode.NOT_FOUND, "no such thing", ErrorPath.ROOT);
                            });

    @Test
    void anAttributeThatFailsLeavesTheOthers() throws Exception {
        assertThat(bean.getAttribute("Works")).isEqualTo(7L);
        assertThat(bean.getAttributes(new String[] {"Fails", "Works", "Unknown"}))
                .containsExactly(new javax.management.Attribute("Works", 7L));
        assertThatThrownBy(() -> bean.getAttribute("Unknown"))
                .isInstanceOf(AttributeNotFoundException.class);
        assertThatThrownBy(() -> bean.setAttribute(new javax.management.Attribute("Works", 8L)))
                .isInstanceOf(AttributeNotFoundException.class);
    }

    /** A console could not read an exception of a class that it lacks. */
    @Test
    void failuresAreOfTheJdksClassesAlone() {
        assertThatThrownBy(() -> bean.getAttribute("Fails"))
                .isInstanceOf(MBeanException.class)
                .hasMessage("the database cannot be asked: connection refused")
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause();
        assertThatThrownBy(() -> bean.invoke("refuse", new Object[0], new String[0]))
                .isInstanceOf(MBeanException.class)
                .hasMessage("not-found: no such thing")
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause();
    }

    @Test
    void argumentsArePassedOnAndCounted() throws Exception {
        assertThat(bean.invoke("twice", new Object[] {" ab "}, null)).isEqualTo("abab");
        assertThatThrownBy(() -> bean.invoke("twice", null, null))
                .isInstanceOf(ReflectionException.class);
        assertThatThrownBy(() -> bean.invoke("thrice", null, null))
                .isInstanceOf(ReflectionException.class);
    }
}
