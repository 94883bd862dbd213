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
import java.util.ArrayList;
import java.util.List;
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
    private static final int LARGEST_BODY = 10_000;

    @Resource(lookup = DatabasePool.NAME)
    private transient DataSource dataSource;

    private transient List<Statement> queries;

    @Override
    public void init() throws ServletException {
        List<Statement> read = new ArrayList<>();
        try {
            for (int number = 1; Statement.exists(path(number)); number++) {
                read.add(Statement.read(path(number)));
            }
        } catch (IOException e) {
            throw new ServletException(e);
        }
        queries = List.copyOf(read);
    }

    private static String path(int number) {
        return "/statements/" + number + ".sql";
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY);
        String[] fields = new String(body, StandardCharsets.UTF_8).split("\t");
        Statement query = queries.get(Integer.parseInt(fields[0]) - 1);
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

    private byte[] run(Statement query, String[] fields) throws IOException {
        try (Turn turn = Turn.take();
                Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query.sql())) {
            query.bind(statement, fields);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
