package org.fitmesh.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a directory of metadata lies. */
@FunctionalInterface
public interface MetadataFiles {
    /** Where the metadata that comes with the WAR lies on its class path. */
    String PACKAGED = "META-INF/fitmesh/metadata";

    /**
     * The text of a file, empty when there is none.
     *
     * @param path from the top of the directory, with slashes
     * @throws IOException when it is there and cannot be read
     */
    Optional<String> text(String path) throws IOException;

    /** A directory of the class path, such as {@link #PACKAGED}. */
    static MetadataFiles onClassPath(ClassLoader loader, String directory) {
        return path -> {
            try (InputStream file = loader.getResourceAsStream(directory + "/" + path)) {
                return file == null
                        ? Optional.empty()
                        : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            }
        };
    }

    /** A directory of the file system. */
    static MetadataFiles in(Path directory) {
        return path -> {
            Path file = directory.resolve(path);
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        };
    }
}
