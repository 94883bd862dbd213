package org.fitmesh.code.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A class file with names and annotations and no code: for an index, never to be loaded. It says
 * about a class what SmallRye shall see of it.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">The class file
 *     format</a>
 */
final class DeclaredClass {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_8 = 52;
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int PUBLIC = 0x0001;
    private static final int ABSTRACT = 0x0400;
    private static final String ANNOTATIONS = "RuntimeVisibleAnnotations";

    /**
     * An annotation.
     *
     * @param value of the member {@code value}; null: none
     */
    record Annotation(String type, String value) {}

    private record Method(String name, String descriptor, Annotation annotation) {}

    private final String name;
    private final Annotation annotation;
    private final List<Method> methods = new ArrayList<>();
    private final Map<String, Integer> constants = new LinkedHashMap<>();
    private final List<Object[]> pool = new ArrayList<>();

    /** A public abstract class below Object. */
    DeclaredClass(String className, Annotation annotation) {
        this.name = internal(className);
        this.annotation = annotation;
    }

    static String internal(String className) {
        return className.replace('.', '/');
    }

    /** Adds a public abstract method without parameters. */
    DeclaredClass method(String methodName, String returned, Annotation onMethod) {
        methods.add(new Method(methodName, "()" + returned, onMethod));
        return this;
    }

    byte[] bytes() {
        try {
            byte[] body = body();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(MAGIC);
            out.writeShort(0);
            out.writeShort(JAVA_8);
            out.writeShort(pool.size() + 1);
            for (Object[] constant : pool) {
                write(out, constant);
            }
            out.write(body);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("written to memory", e);
        }
    }

    private static void write(DataOutputStream out, Object[] constant) throws IOException {
        int tag = (int) constant[0];
        out.writeByte(tag);
        if (tag == UTF8) {
            out.writeUTF((String) constant[1]);
        } else {
            out.writeShort((int) constant[1]);
        }
    }

    private byte[] body() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(PUBLIC | ABSTRACT);
        out.writeShort(classConstant(name));
        out.writeShort(classConstant("java/lang/Object"));
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(methods.size());
        for (Method method : methods) {
            out.writeShort(PUBLIC | ABSTRACT);
            out.writeShort(utf8(method.name()));
            out.writeShort(utf8(method.descriptor()));
            attributes(out, method.annotation());
        }
        attributes(out, annotation);
        return bytes.toByteArray();
    }

    private void attributes(DataOutputStream out, Annotation one) throws IOException {
        out.writeShort(one == null ? 0 : 1);
        if (one == null) {
            return;
        }
        boolean hasValue = one.value() != null;
        out.writeShort(utf8(ANNOTATIONS));
        out.writeInt(hasValue ? 11 : 6);
        out.writeShort(1);
        out.writeShort(utf8("L" + internal(one.type()) + ";"));
        out.writeShort(hasValue ? 1 : 0);
        if (hasValue) {
            out.writeShort(utf8("value"));
            out.writeByte('s');
            out.writeShort(utf8(one.value()));
        }
    }

    private int utf8(String text) {
        return constants.computeIfAbsent(
                "u" + text,
                key -> {
                    pool.add(new Object[] {UTF8, text});
                    return pool.size();
                });
    }

    private int classConstant(String internalName) {
        int text = utf8(internalName);
        return constants.computeIfAbsent(
                "c" + internalName,
                key -> {
                    pool.add(new Object[] {CLASS, text});
                    return pool.size();
                });
    }
}
