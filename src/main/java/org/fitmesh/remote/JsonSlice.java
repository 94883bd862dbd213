package org.fitmesh.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON value inside a larger text, as bytes in UTF-8.
 *
 * @param text all of the text; not to be changed
 * @param start of the value in it
 * @param length of the value in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // slices are compared by no one
public record JsonSlice(byte[] text, int start, int length) {
    private static final JsonFactory JSON = new JsonFactory();

    /** A whole text. */
    public static JsonSlice of(byte[] text) {
        return new JsonSlice(text, 0, text.length);
    }

    /** Copies the value. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(text, start, length);
    }

    public boolean isNull() {
        return length == 4 && text[start] == 'n';
    }

    boolean isList() {
        return length > 1 && text[start] == '[';
    }

    /** Is this a list with something in it? Its syntax has been checked. */
    boolean isFilledList() {
        if (!isList()) {
            return false;
        }
        int next = start + 1;
        while (Character.isWhitespace(text[next])) {
            next++;
        }
        return text[next] != ']';
    }

    /**
     * The members of an object, in order, all of whose text is checked on the way.
     *
     * @return empty when this is no JSON object in UTF-8
     */
    public Optional<Map<String, JsonSlice>> members() {
        try (JsonParser parser = JSON.createParser(text, start, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, JsonSlice> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                members.put(key, value(parser));
            }
            boolean complete = parser.nextToken() == null;
            return complete ? Optional.of(members) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private JsonSlice value(JsonParser parser) throws IOException {
        long from = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        long to = parser.currentLocation().getByteOffset();
        if (from < 0) {
            throw new IOException("not UTF-8");
        }
        return new JsonSlice(text, start + (int) from, (int) (to - from));
    }

    @Override
    public String toString() {
        return new String(text, start, length, StandardCharsets.UTF_8);
    }
}
