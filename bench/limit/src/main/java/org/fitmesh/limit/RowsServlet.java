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
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.fitmesh.config.DatabasePool;

/**
 * The same answers as {@link LimitServlet}'s for flat lists, but PostgreSQL gives plain rows and the
 * JSON is written here: which of the two is faster?
 */
@WebServlet(urlPatterns = "/rows", loadOnStartup = 1)
public class RowsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LARGEST_BODY = 10_000;
    private static final int[] NUMBERS = {2, 7};

    @Resource(lookup = DatabasePool.NAME)
    private transient DataSource dataSource;

    private transient Map<String, Statement> statements;

    @Override
    public void init() throws ServletException {
        Map<String, Statement> read = new HashMap<>();
        try {
            for (int number : NUMBERS) {
                read.put(String.valueOf(number), Statement.read("/rows/" + number + ".sql"));
            }
        } catch (IOException e) {
            throw new ServletException(e);
        }
        statements = Map.copyOf(read);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY);
        String[] fields = new String(body, StandardCharsets.UTF_8).split("\t");
        JsonBytes json = answer(statements.get(fields[0]), fields);
        response.setContentType("application/json; charset=utf-8");
        response.setContentLength(json.length());
        json.writeTo(response.getOutputStream());
    }

    private JsonBytes answer(Statement query, String[] fields) throws IOException {
        JsonBytes json = new JsonBytes();
        json.raw(query.start());
        try (Turn turn = Turn.take();
                Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query.sql())) {
            query.bind(statement, fields);
            try (ResultSet rows = statement.executeQuery()) {
                new RowEncoder(rows.getMetaData()).write(rows, json);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return json.raw('}').raw('}');
    }
}
