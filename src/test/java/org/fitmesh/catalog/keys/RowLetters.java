package org.fitmesh.catalog.keys;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Rows are letters in the database and numbers in Java. */
@Converter
public class RowLetters implements AttributeConverter<Integer, String> {
    @Override
    public String convertToDatabaseColumn(Integer row) {
        return row == null ? null : Character.toString('a' + row);
    }

    @Override
    public Integer convertToEntityAttribute(String letter) {
        return letter == null ? null : letter.charAt(0) - 'a';
    }
}
