package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as Hasura's messages write them: small ones plainly, others as {@code 2.147483648e9}. */
public final class NumberText {
    private static final BigDecimal PLAIN_FROM = new BigDecimal("0.1");
    private static final BigDecimal PLAIN_BELOW = BigDecimal.TEN.pow(7);

    private NumberText() {}

    public static String of(JsonNode number) {
        boolean finite = !number.isFloatingPointNumber() || number.isBigDecimal();
        return finite || Double.isFinite(number.doubleValue())
                ? of(number.decimalValue())
                : number.asText();
    }

    private static String of(BigDecimal number) {
        BigDecimal size = number.abs();
        if (number.signum() == 0) {
            return "0.0";
        }
        if (size.compareTo(PLAIN_FROM) >= 0 && size.compareTo(PLAIN_BELOW) < 0) {
            String plain = number.stripTrailingZeros().toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        BigInteger unscaled = stripped.unscaledValue().abs();
        String digits = unscaled.toString();
        long exponent = (long) digits.length() - 1 - stripped.scale();
        String rest = digits.length() == 1 ? "0" : digits.substring(1);
        String sign = number.signum() < 0 ? "-" : "";
        return sign + digits.charAt(0) + "." + rest + "e" + exponent;
    }
}
