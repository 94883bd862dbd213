package org.fitmesh.execute;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks a statement into lines, so that a person can read it. Changes nothing but white space. */
final class SqlLayout {
    private static final List<String> STARTS = List.of("SELECT", "INSERT", "UPDATE", "DELETE");
    private static final String INDENT = "  ";

    /** Quoted names and texts count as one token each. */
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|[A-Za-z_]+|\\s+|.");

    private static final List<String> CLAUSES =
            List.of(
                    "FROM",
                    "LEFT",
                    "WHERE",
                    "ORDER",
                    "LIMIT",
                    "OFFSET",
                    "VALUES",
                    "ON",
                    "RETURNING");

    private final StringBuilder text = new StringBuilder();

    /** For each open parenthesis: is there a subselect in it? */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private int depth;
    private String before = "";

    private SqlLayout() {}

    static String of(String sql) {
        SqlLayout layout = new SqlLayout();
        Matcher tokens = TOKEN.matcher(sql);
        while (tokens.find()) {
            layout.token(tokens.group(), sql.substring(tokens.end()));
        }
        return layout.text.toString().stripTrailing() + "\n";
    }

    private void token(String token, String rest) {
        if (token.equals("(")) {
            boolean subselect = STARTS.stream().anyMatch(rest::startsWith);
            text.append(token);
            open.push(subselect);
            if (subselect) {
                depth++;
                newLine();
            }
        } else if (token.equals(")")) {
            if (open.pop()) {
                depth--;
                newLine();
            }
            text.append(token);
        } else if (startsLine(token, rest)) {
            newLine();
            text.append(token);
        } else {
            text.append(token);
        }
        before = token.isBlank() ? before : token;
    }

    /** Clauses of the statement or of a subselect, not words within a call or an expression. */
    private boolean startsLine(String token, String rest) {
        boolean atTop = open.isEmpty() || open.peek();
        if (!atTop || before.equals("ON")) {
            return false;
        }
        if (before.equals("DEFAULT") || before.equals("DELETE")) {
            return false;
        }
        if (token.equals("ON")) {
            return rest.startsWith(" CONFLICT");
        }
        return CLAUSES.contains(token) || (token.equals("SELECT") && before.equals(")"));
    }

    private void newLine() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        text.append('\n').append(INDENT.repeat(depth));
    }
}
