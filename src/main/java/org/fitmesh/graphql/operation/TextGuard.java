package org.fitmesh.graphql.operation;

/**
 * Looks through a query text before the parser does, for what the parser takes too long to refuse:
 * its lookahead grows with the square of nested brackets, as reading a number does with its digits.
 */
final class TextGuard {
    private static final int MAX_DIGITS = 1000;
    // A response repeats an alias for every object, so a long one multiplies it.
    private static final int MAX_NAME_LENGTH = 1000;
    // Brackets directly inside brackets: lists of lists. No type or value of use has so many.
    private static final int MAX_NESTED_LISTS = 16;

    private final String text;
    private final DocumentLimits limits;
    private int position;
    private int open;
    private int lists;
    private int digits;
    private int nameLength;

    /** Between two definitions. */
    private boolean between = true;

    private boolean shorthand;

    private TextGuard(String text, DocumentLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    /**
     * Looks through a text.
     *
     * @return whether an operation is written without its kind, as selections alone
     */
    static boolean check(String text, DocumentLimits limits) {
        if (text.length() > limits.maxCharacters()) {
            throw DocumentText.invalid(
                    "the query is longer than " + limits.maxCharacters() + " characters");
        }
        TextGuard guard = new TextGuard(text, limits);
        while (guard.position < text.length()) {
            guard.step(text.charAt(guard.position));
        }
        return guard.shorthand;
    }

    private void step(char c) {
        if (c == '"') {
            endWord();
            skipString();
        } else if (c == '#') {
            endWord();
            skipComment();
        } else {
            position++;
            outside(c);
            bracket(c);
            digit(c);
            name(c);
        }
    }

    private void endWord() {
        digits = 0;
        nameLength = 0;
    }

    private void outside(char c) {
        if (open == 0 && !isIgnored(c)) {
            shorthand |= between && c == '{';
            between = false;
        } else if (open == 1 && c == '}') {
            between = true;
        }
    }

    private static boolean isIgnored(char c) {
        return c <= ' ' || c == ',' || c == '\uFEFF';
    }

    private void bracket(char c) {
        if (c == '{' || c == '[' || c == '(') {
            open++;
        } else if (c == '}' || c == ']' || c == ')') {
            open--;
        }
        if (c == '[') {
            lists++;
        } else if (!isIgnored(c)) {
            lists = 0;
        }
        if (lists > MAX_NESTED_LISTS || open > DocumentText.maxRules(limits)) {
            throw DocumentText.tooDeep(limits);
        }
    }

    private void digit(char c) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits > MAX_DIGITS) {
            throw DocumentText.invalid("a number has more than " + MAX_DIGITS + " digits");
        }
    }

    /** A name ends where a character follows that none may have (specification, section 2.1.9). */
    private void name(char c) {
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        nameLength = letter || c >= '0' && c <= '9' ? nameLength + 1 : 0;
        if (nameLength > MAX_NAME_LENGTH) {
            throw DocumentText.invalid("a name is longer than " + MAX_NAME_LENGTH + " characters");
        }
    }

    private void skipComment() {
        while (position < text.length() && "\r\n".indexOf(text.charAt(position)) < 0) {
            position++;
        }
    }

    private void skipString() {
        lists = 0;
        boolean block = text.startsWith("\"\"\"", position);
        String end = block ? "\"\"\"" : "\"";
        position += end.length();
        while (position < text.length() && !text.startsWith(end, position)) {
            position += escaped(block);
        }
        position += end.length();
    }

    /** The length of the character at this position, with the backslash that hides it. */
    private int escaped(boolean block) {
        if (block) {
            return text.startsWith("\\\"\"\"", position) ? 4 : 1;
        }
        return text.charAt(position) == '\\' ? 2 : 1;
    }
}
