package org.fitmesh.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fitmesh.execute.Answer;
import org.fitmesh.remote.JsonSlice;

/** Writes answers: the bytes of PostgreSQL and the remotes go between the keys as they are. */
final class AnswerJson {
    private static final byte[] ERRORS = ascii("{\"errors\":");
    private static final byte[] DATA = ascii("{\"data\":{");
    private static final byte[] END = ascii("}");
    private static final byte[] ENDS = ascii("}}");

    private AnswerJson() {}

    static byte[] of(Answer answer) {
        if (answer instanceof Answer.RemoteErrors remote) {
            Bytes bytes = new Bytes(ERRORS.length + remote.errors().length() + END.length);
            return bytes.add(ERRORS).add(remote.errors()).add(END).all();
        }
        Map<String, JsonSlice> fields = ((Answer.Data) answer).fields();
        int length = DATA.length + ENDS.length;
        for (Map.Entry<String, JsonSlice> field : fields.entrySet()) {
            length += field.getKey().length() + 4 + field.getValue().length();
        }
        Bytes bytes = new Bytes(fields.isEmpty() ? length : length - 1).add(DATA);
        boolean first = true;
        for (Map.Entry<String, JsonSlice> field : fields.entrySet()) {
            bytes.key(field.getKey(), first).add(field.getValue());
            first = false;
        }
        return bytes.add(ENDS).all();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** An array whose length is known before it is filled. */
    private static final class Bytes {
        private final byte[] bytes;
        private int at;

        Bytes(int length) {
            bytes = new byte[length];
        }

        Bytes add(byte[] more) {
            return add(JsonSlice.of(more));
        }

        Bytes add(JsonSlice more) {
            System.arraycopy(more.text(), more.start(), bytes, at, more.length());
            at += more.length();
            return this;
        }

        /** A response key is a GraphQL name: letters, digits and underscores. */
        Bytes key(String name, boolean first) {
            return add(ascii((first ? "\"" : ",\"") + name + "\":"));
        }

        byte[] all() {
            return bytes;
        }
    }
}
