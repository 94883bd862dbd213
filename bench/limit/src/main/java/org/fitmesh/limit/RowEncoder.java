package org.fitmesh.limit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/**
 * Rows as a JSON array of objects. The driver receives a prepared statement's uuid and timestamptz
 * in binary and all else as text, and gives the bytes as they came: both forms are read, told apart
 * by their length.
 */
final class RowEncoder {
    private static final int UUID_BYTES = 16;

    /** What stands before each value: {@code {"id":} or {@code ,"slug":}. */
    private final byte[][] keys;

    private final boolean[] uuids;
    private final boolean[] times;

    RowEncoder(ResultSetMetaData columns) throws SQLException {
        int count = columns.getColumnCount();
        keys = new byte[count][];
        uuids = new boolean[count];
        times = new boolean[count];
        for (int i = 0; i < count; i++) {
            String key = (i == 0 ? "{\"" : ",\"") + columns.getColumnLabel(i + 1) + "\":";
            keys[i] = key.getBytes(StandardCharsets.UTF_8);
            uuids[i] = "uuid".equals(columns.getColumnTypeName(i + 1));
            times[i] = "timestamptz".equals(columns.getColumnTypeName(i + 1));
        }
    }

    void write(ResultSet rows, JsonBytes json) throws SQLException {
        json.raw('[');
        for (boolean first = true; rows.next(); first = false) {
            if (!first) {
                json.raw(',');
            }
            for (int i = 0; i < keys.length; i++) {
                json.raw(keys[i]);
                value(rows.getBytes(i + 1), i, json);
            }
            json.raw('}');
        }
        json.raw(']');
    }

    private void value(byte[] bytes, int column, JsonBytes json) {
        if (bytes == null) {
            json.raw('n').raw('u').raw('l').raw('l');
        } else if (times[column]) {
            json.raw('"');
            Timestamptz.write(bytes, json);
            json.raw('"');
        } else if (uuids[column] && bytes.length == UUID_BYTES) {
            json.uuid(bytes);
        } else {
            json.text(bytes);
        }
    }
}
