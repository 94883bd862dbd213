package org.fitmesh.management.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javax.management.MBeanInfo;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenMBeanOperationInfo;
import javax.management.openmbean.OpenMBeanParameterInfo;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.TabularType;
import org.fitmesh.cache.BoundedCache;
import org.junit.jupiter.api.Test;

/**
 * Every bean, attribute, operation, parameter and column is described, and docs/jmx.md has them.
 */
class DocumentedBeansTest {
    private static final Executor HERE = Runnable::run;
    private static final String HEADING = "## The MBeans";

    @Test
    void everythingHasADescription() {
        beans().forEach((name, bean) -> descriptions(name, bean.getMBeanInfo()));
    }

    /** What the page ought to say is in {@code target/jmx.md} afterwards. */
    @Test
    void thePageTellsWhatTheBeansTellOfThemselves() throws IOException {
        String expected =
                beans().entrySet().stream()
                        .map(bean -> section(bean.getKey(), bean.getValue().getMBeanInfo()))
                        .collect(Collectors.joining("\n"));
        Files.writeString(Path.of("target", "jmx.md"), expected);
        String page = Files.readString(Path.of("docs", "jmx.md"));
        String after = page.substring(page.indexOf(HEADING) + HEADING.length());
        String documented = after.substring(after.indexOf("\n###") + 1, after.indexOf("\n## ") + 1);
        assertThat(documented.strip()).isEqualTo(expected.strip());
    }

    private static Map<String, OpenBean> beans() {
        Map<String, OpenBean> beans = new LinkedHashMap<>();
        beans.put("type=Snapshot", new SnapshotBean().bean(HERE));
        beans.put("type=RemoteSchema,name=…", new RemoteSchemaBean().bean("…", HERE));
        beans.put("type=Events", new EventsBean().bean(HERE));
        beans.put("type=EventTrigger,name=…", new EventTriggerBean().bean("…", HERE));
        beans.put(
                "type=Cache,name=…",
                CacheBean.of(new BoundedCache("…", "…", "entries", List::of), HERE));
        beans.put("type=Sessions", new SessionsBean().bean(HERE));
        return beans;
    }

    private static void descriptions(String name, MBeanInfo info) {
        described(name, info.getDescription());
        for (var attribute : info.getAttributes()) {
            described(name + " " + attribute.getName(), attribute.getDescription());
            columns(name, ((OpenMBeanAttributeInfo) attribute).getOpenType());
        }
        for (var operation : info.getOperations()) {
            described(name + " " + operation.getName(), operation.getDescription());
            columns(name, ((OpenMBeanOperationInfo) operation).getReturnOpenType());
            for (var parameter : operation.getSignature()) {
                described(operation.getName() + " parameter", parameter.getName());
                described(operation.getName() + " parameter", parameter.getDescription());
            }
        }
        assertThat(info.getAttributes()).isNotEmpty();
    }

    private static void columns(String name, OpenType<?> type) {
        if (type instanceof TabularType table) {
            for (String column : table.getRowType().keySet()) {
                described(name + " " + column, table.getRowType().getDescription(column));
            }
        }
    }

    private static void described(String what, String description) {
        assertThat(description).as(what).isNotBlank().doesNotContain("null").doesNotContain("|");
    }

    private static String section(String name, MBeanInfo info) {
        StringBuilder text = new StringBuilder();
        text.append("### `org.fitmesh:").append(name).append("`\n\n");
        text.append(info.getDescription()).append("\n\n");
        text.append("| Attribute | Type | What it tells |\n| --- | --- | --- |\n");
        for (var attribute : info.getAttributes()) {
            OpenType<?> type = ((OpenMBeanAttributeInfo) attribute).getOpenType();
            text.append(
                    "| `%s` | %s | %s%s |\n"
                            .formatted(
                                    attribute.getName(),
                                    name(type),
                                    attribute.getDescription(),
                                    columns(type)));
        }
        if (info.getOperations().length > 0) {
            text.append("\n| Operation | Answers | What it does |\n| --- | --- | --- |\n");
        }
        for (var operation : info.getOperations()) {
            OpenType<?> answer = ((OpenMBeanOperationInfo) operation).getReturnOpenType();
            text.append(
                    "| `%s(%s)` | %s | %s%s |\n"
                            .formatted(
                                    operation.getName(),
                                    parameters((OpenMBeanOperationInfo) operation),
                                    name(answer),
                                    operation.getDescription(),
                                    described((OpenMBeanOperationInfo) operation)));
        }
        return text.toString();
    }

    private static String name(OpenType<?> type) {
        return type instanceof TabularType
                ? "table"
                : type.getClassName().replaceFirst("^java\\.(lang|util)\\.", "");
    }

    private static String columns(OpenType<?> type) {
        if (!(type instanceof TabularType table)) {
            return "";
        }
        return table.getRowType().keySet().stream()
                .map(key -> "`" + key + "`: " + table.getRowType().getDescription(key))
                .collect(Collectors.joining("; ", ". Columns: ", ""));
    }

    private static String parameters(OpenMBeanOperationInfo operation) {
        return Arrays.stream(operation.getSignature())
                .map(p -> ((OpenMBeanParameterInfo) p).getName())
                .collect(Collectors.joining(", "));
    }

    private static String described(OpenMBeanOperationInfo operation) {
        return Arrays.stream(operation.getSignature())
                .map(p -> " `" + p.getName() + "`: " + p.getDescription())
                .collect(Collectors.joining(";"));
    }
}
