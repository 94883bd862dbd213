package org.fitmesh.code;

import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.TableName;

/**
 * An entity that Java code returns or adds fields to. In the {@link CodeModel} its class name
 * stands where the type of its table belongs.
 *
 * @param type the name of its class
 * @param keyColumns the columns of its primary key, in the database's names
 * @param sources the fields that {@code @Source} methods add to the table's type
 * @param sourceRoot root field of the internal schema that answers them; see {@link
 *     CodeOperations#sources}
 */
public record CodeEntity(
        String type,
        TableName table,
        List<String> keyColumns,
        Map<String, CodeField> sources,
        String sourceRoot) {}
