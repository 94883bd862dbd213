package org.fitmesh.limit;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.fitmesh.config.DatabasePool;

/**
 * The least that a server on this stack must do for an answer: read a body, run one statement
 * written by hand, write PostgreSQL's bytes. The body: the number of the query and its parameters,
 * separated by tabs.
 */
@WebServlet(urlPatterns = "/limit", loadOnStartup = 1)
public class LimitServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final byte[] END = {'}', '}'};
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$([0-9]+)");
    private static final int LARGEST_BODY = 10_000;

    @Resource(lookup = DatabasePool.NAME)
    private transient DataSource dataSource;

    private transient List<Query> queries;

    /**
     * A statement.
     *
     * @param parameters for each placeholder which field of the body it takes
     * @param start the bytes that stand before the JSON in the answer
     */
    private record Query(String sql, int[] parameters, byte[] start) {}

    @Override
    public void init() throws ServletException {
        List<Query> read = new ArrayList<>();
        try {
            for (int number = 1; LimitServlet.class.getResource(path(number)) != null; number++) {
                read.add(query(number));
            }
        } catch (IOException e) {
            throw new ServletException(e);
        }
        queries = List.copyOf(read);
    }

    private static String path(int number) {
        return "/statements/" + number + ".sql";
    }

    /** The first line of a file is a comment that names the root field. */
    private static Query query(int number) throws IOException {
        try (var input = LimitServlet.class.getResourceAsStream(path(number))) {
            String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = text.split("\n", 2);
            String field = parts[0].replaceFirst("^-- *", "").strip();
            byte[] start = ("{\"data\":{\"" + field + "\":").getBytes(StandardCharsets.UTF_8);
            Matcher placeholder = PLACEHOLDER.matcher(parts[1].strip());
            int[] parameters =
                    placeholder.results().mapToInt(m -> Integer.parseInt(m.group(1))).toArray();
            return new Query(placeholder.replaceAll("?"), parameters, start);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY);
        String[] fields = new String(body, StandardCharsets.UTF_8).split("\t");
        Query query = queries.get(Integer.parseInt(fields[0]) - 1);
        byte[] json = run(query, fields);
        int length = query.start().length + json.length + END.length;
        byte[] answer = new byte[length];
        System.arraycopy(query.start(), 0, answer, 0, query.start().length);
        System.arraycopy(json, 0, answer, query.start().length, json.length);
        System.arraycopy(END, 0, answer, length - END.length, END.length);
        response.setContentType("application/json; charset=utf-8");
        response.setContentLength(length);
        response.getOutputStream().write(answer);
    }

    private byte[] run(Query query, String[] fields) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query.sql())) {
            int[] parameters = query.parameters();
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, fields[parameters[i]], Types.OTHER);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
