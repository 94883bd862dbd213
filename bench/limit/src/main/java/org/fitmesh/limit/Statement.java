package org.fitmesh.limit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement written by hand, from a file whose first line is a comment that names the root field.
 *
 * @param parameters for each placeholder which field of the body it takes
 * @param start the bytes that stand before the JSON in the answer
 */
record Statement(String sql, int[] parameters, byte[] start) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$([0-9]+)");

    static boolean exists(String path) {
        return Statement.class.getResource(path) != null;
    }

    static Statement read(String path) throws IOException {
        try (InputStream input = Statement.class.getResourceAsStream(path)) {
            String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = text.split("\n", 2);
            String field = parts[0].replaceFirst("^-- *", "").strip();
            byte[] start = ("{\"data\":{\"" + field + "\":").getBytes(StandardCharsets.UTF_8);
            Matcher placeholder = PLACEHOLDER.matcher(parts[1].strip());
            int[] parameters =
                    placeholder.results().mapToInt(m -> Integer.parseInt(m.group(1))).toArray();
            return new Statement(placeholder.replaceAll("?"), parameters, start);
        }
    }

    /** Fields of the body: the number of the query, then its parameters. */
    void bind(PreparedStatement statement, String[] fields) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, fields[parameters[i]], Types.OTHER);
        }
    }
}
