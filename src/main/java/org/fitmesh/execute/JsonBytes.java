package org.fitmesh.execute;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.plan.compile.Result;
import org.fitmesh.remote.JsonSlice;

/**
 * JSON that is being written, in one growing array. Of PostgreSQL's text of a value, in UTF-8, it
 * makes byte for byte what {@code to_json} makes of the value (PostgreSQL's {@code json.c}).
 */
final class JsonBytes {
    /** As much as PostgreSQL's own functions can put together. */
    private static final int MOST = 0x3fff_ffff;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_MINUTES = ":00".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;

    JsonBytes(int expected) {
        bytes = new byte[expected];
    }

    JsonSlice slice() {
        return new JsonSlice(bytes, 0, length);
    }

    void add(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    void add(byte[] ready) {
        add(ready, 0, ready.length);
    }

    private void add(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }

    /** A value, whose text is null for SQL's null. */
    void value(byte[] text, Result.Form form) {
        if (text == null) {
            add(NULL);
            return;
        }
        switch (form) {
            case JSON -> add(text);
            case BOOLEAN -> bool(text);
            case NUMBER -> number(text);
            case STRING -> string(text);
            case TIMESTAMP -> timestamp(text);
        }
    }

    private void bool(byte[] text) {
        if (Arrays.equals(text, TRUE) || Arrays.equals(text, FALSE)) {
            add(text);
        } else {
            string(text);
        }
    }

    private void number(byte[] text) {
        for (byte b : text) {
            boolean ofNumber = b >= '0' && b <= '9' || b == '-' || b == '.' || b == '+' || b == 'e';
            if (!ofNumber) {
                string(text);
                return;
            }
        }
        add(text);
    }

    /** What needs no escape, and that is nearly all, is copied. */
    private void string(byte[] text) {
        add('"');
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            byte b = text[i];
            if (b >= 0 && b < ' ' || b == '"' || b == '\\') {
                add(text, start, i);
                escape(b);
                start = i + 1;
            }
        }
        add(text, start, text.length);
        add('"');
    }

    private void escape(byte b) {
        add('\\');
        int at = "\b\f\n\r\t\"\\".indexOf(b);
        if (at >= 0) {
            add("bfnrt\"\\".charAt(at));
            return;
        }
        add('u');
        add('0');
        add('0');
        add((char) HEX[b >> 4]);
        add((char) HEX[b & 15]);
    }

    /**
     * {@code 2026-01-02 03:04:05.6+00} becomes {@code 2026-01-02T03:04:05.6+00:00}; {@code BC} may
     * follow. Infinity has no space in it.
     */
    private void timestamp(byte[] text) {
        int space = indexOfSpace(text, 0);
        if (space == text.length) {
            string(text);
            return;
        }
        int end = indexOfSpace(text, space + 1);
        add('"');
        add(text, 0, space);
        add('T');
        add(text, space + 1, end);
        if (text[end - 3] == '+' || text[end - 3] == '-') {
            add(NO_MINUTES);
        }
        add(text, end, text.length);
        add('"');
    }

    private static int indexOfSpace(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != ' ') {
            at++;
        }
        return at;
    }

    private void room(int more) {
        if (bytes.length - length >= more) {
            return;
        }
        long needed = (long) length + more;
        if (needed > MOST) {
            throw new RequestException(
                            ErrorCode.UNEXPECTED, "the answer is longer than 1 GB", ErrorPath.ROOT)
                    .withHint("ask for fewer rows at once, with \"limit\"");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, Math.max(2L * bytes.length, needed)));
    }
}
