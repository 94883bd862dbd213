package org.fitmesh.permission;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** SQL's logic of three values. */
final class Logic {
    private Logic() {}

    static Boolean and(List<Boolean> parts) {
        if (parts.contains(Boolean.FALSE)) {
            return false;
        }
        return parts.stream().anyMatch(Objects::isNull) ? null : Boolean.TRUE;
    }

    static Boolean or(List<Boolean> parts) {
        if (parts.contains(Boolean.TRUE)) {
            return true;
        }
        return parts.stream().anyMatch(Objects::isNull) ? null : Boolean.FALSE;
    }

    static Boolean not(Boolean part) {
        return part == null ? null : !part;
    }

    static Boolean compare(String operator, Object left, Object right) {
        if (operator.equals("_in") || operator.equals("_nin")) {
            boolean in = operator.equals("_in");
            List<?> values = (List<?>) right;
            if (values.isEmpty()) {
                return !in;
            }
            return left == null ? null : values.contains(left) == in;
        }
        if (left == null || right == null) {
            return null;
        }
        int order = ORDER.compare(left, right);
        return switch (operator) {
            case "_eq" -> order == 0;
            case "_neq" -> order != 0;
            case "_gt" -> order > 0;
            case "_lt" -> order < 0;
            case "_gte" -> order >= 0;
            case "_lte" -> order <= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    @SuppressWarnings("unchecked")
    static final Comparator<Object> ORDER = (a, b) -> ((Comparable<Object>) a).compareTo(b);
}
