package org.fitmesh.execute;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The rows that answer one request: all of a result, or those among the rows of several which bear
 * its number. A row never goes to anybody but the one whose number it bears.
 */
final class AnswerRows {
    /** After the last row. */
    private static final int NOBODY = Integer.MAX_VALUE;

    private final ResultSet result;
    private final boolean ofSeveral;
    private int request;

    /** Whose the row is that the result stands at. */
    private int owner = -1;

    /** Whether that row was given out, or there is none yet. */
    private boolean used = true;

    private AnswerRows(ResultSet result, boolean ofSeveral) {
        this.result = result;
        this.ofSeveral = ofSeveral;
    }

    /** All rows of a result. */
    static AnswerRows all(ResultSet result) {
        return new AnswerRows(result, false);
    }

    /** The rows of the first of several, of whom the first column tells. */
    static AnswerRows ofFirst(ResultSet result) {
        return new AnswerRows(result, true);
    }

    /** From now on those of the next one; what is left of the last one is passed over. */
    void ofNext() {
        request++;
    }

    /**
     * Goes to the next row, if there is one.
     *
     * @throws SQLException when the rows of several are not in the order of their numbers, too
     */
    boolean next() throws SQLException {
        if (!ofSeveral) {
            return result.next();
        }
        while (used || owner < request) {
            goOn();
        }
        used = owner == request;
        return used;
    }

    private void goOn() throws SQLException {
        int before = owner;
        owner = result.next() ? result.getInt(1) : NOBODY;
        used = false;
        if (owner < before) {
            throw new SQLException("a row for request " + owner + " came after those of " + before);
        }
    }

    /**
     * A value of the row, as the driver got it; null for SQL's null.
     *
     * @param column from 1
     */
    byte[] bytes(int column) throws SQLException {
        return result.getBytes(ofSeveral ? column + 1 : column);
    }
}
