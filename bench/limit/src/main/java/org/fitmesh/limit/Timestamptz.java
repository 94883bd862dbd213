package org.fitmesh.limit;

import java.nio.ByteBuffer;

/**
 * A time as PostgreSQL's JSON functions write it, for sessions in UTC and for years of four digits:
 * {@code 2026-01-02T03:04:05.678901+00:00}, without zeros at the end of the fraction.
 */
final class Timestamptz {
    private static final long MICROS = 1_000_000;
    private static final long SECONDS_OF_DAY = 86_400;

    /** From 0000-03-01, with which the count of days below begins, to PostgreSQL's 2000-01-01. */
    private static final long DAYS_BEFORE_2000 = 730_425;

    private static final int DAYS_OF_400_YEARS = 146_097;

    private Timestamptz() {}

    /** Binary: microseconds since 2000-01-01; text has a space instead of the T and no minutes in its zone. */
    static void write(byte[] value, JsonBytes json) {
        if (value.length == Long.BYTES) {
            write(ByteBuffer.wrap(value).getLong(), json);
            return;
        }
        for (byte b : value) {
            json.raw(b == ' ' ? 'T' : (char) b);
        }
        if (value[value.length - 3] == '+' || value[value.length - 3] == '-') {
            json.raw(':').raw('0').raw('0');
        }
    }

    private static void write(long micros, JsonBytes json) {
        long seconds = Math.floorDiv(micros, MICROS);
        date(Math.floorDiv(seconds, SECONDS_OF_DAY) + DAYS_BEFORE_2000, json);
        long second = Math.floorMod(seconds, SECONDS_OF_DAY);
        json.raw('T').digits(second / 3_600, 2);
        json.raw(':').digits(second / 60 % 60, 2);
        json.raw(':').digits(second % 60, 2);
        fraction(Math.floorMod(micros, MICROS), json);
        json.raw('+').digits(0, 2);
        json.raw(':').digits(0, 2);
    }

    /** Years begin with March here, so that the leap day is a year's last. */
    private static void date(long days, JsonBytes json) {
        long era = Math.floorDiv(days, DAYS_OF_400_YEARS);
        long day = Math.floorMod(days, DAYS_OF_400_YEARS);
        long year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        long dayOfYear = day - (365 * year + year / 4 - year / 100);
        long month = (5 * dayOfYear + 2) / 153;
        long dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1;
        json.digits(year + era * 400 + (month < 10 ? 0 : 1), 4);
        json.raw('-').digits(month < 10 ? month + 3 : month - 9, 2);
        json.raw('-').digits(dayOfMonth, 2);
    }

    private static void fraction(long micros, JsonBytes json) {
        if (micros == 0) {
            return;
        }
        int count = 6;
        while (micros % 10 == 0) {
            micros /= 10;
            count--;
        }
        json.raw('.').digits(micros, count);
    }
}
