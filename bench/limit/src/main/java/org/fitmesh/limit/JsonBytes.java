package org.fitmesh.limit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** JSON in UTF-8 that is being written, in one growing array. */
final class JsonBytes {
    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private static final int UUID_LENGTH = 38;

    /** After which bytes of a uuid a hyphen comes: 4, 6, 8 and 10. */
    private static final int HYPHENS = 0b101_0101_0000;

    private byte[] bytes = new byte[16_384];
    private int length;

    int length() {
        return length;
    }

    void writeTo(OutputStream output) throws IOException {
        output.write(bytes, 0, length);
    }

    JsonBytes raw(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    void raw(byte[] ready) {
        room(ready.length);
        System.arraycopy(ready, 0, bytes, length, ready.length);
        length += ready.length;
    }

    /** A number with leading zeros. */
    void digits(long number, int count) {
        room(count);
        for (int at = length + count - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + number % 10);
            number /= 10;
        }
        length += count;
    }

    /** Its 16 bytes, as a string. */
    void uuid(byte[] uuid) {
        room(UUID_LENGTH);
        bytes[length++] = '"';
        for (int i = 0; i < uuid.length; i++) {
            if ((HYPHENS >> i & 1) == 1) {
                bytes[length++] = '-';
            }
            bytes[length++] = HEX[uuid[i] >> 4 & 15];
            bytes[length++] = HEX[uuid[i] & 15];
        }
        bytes[length++] = '"';
    }

    /** UTF-8 as a string: what needs no escape, and that is nearly all, is copied. */
    void text(byte[] utf8) {
        room(6 * utf8.length + 2);
        bytes[length++] = '"';
        for (byte b : utf8) {
            if (b >= 0 && b < ' ' || b == '"' || b == '\\') {
                escape(b);
            } else {
                bytes[length++] = b;
            }
        }
        bytes[length++] = '"';
    }

    private void escape(byte b) {
        bytes[length++] = '\\';
        int at = "\b\f\n\r\t\"\\".indexOf(b);
        if (at >= 0) {
            bytes[length++] = (byte) "bfnrt\"\\".charAt(at);
            return;
        }
        bytes[length++] = 'u';
        bytes[length++] = '0';
        bytes[length++] = '0';
        bytes[length++] = HEX[b >> 4];
        bytes[length++] = HEX[b & 15];
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
