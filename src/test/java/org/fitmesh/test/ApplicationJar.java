package org.fitmesh.test;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A jar of compiled test classes, as a team adds one with its own code to the WAR. */
final class ApplicationJar {
    private static final Path CLASSES = Path.of("target", "test-classes");
    private static final String BEANS =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
                    + " bean-discovery-mode=\"annotated\"/>";

    private ApplicationJar() {}

    /**
     * Copies a WAR and adds a package to it.
     *
     * @param packageName its classes, not those of packages below it
     * @param folder where the new WAR lies
     */
    static Path addTo(Path war, String packageName, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path jar = folder.resolve("application.jar");
        write(jar, packageName.replace('.', '/'));
        Path copy = folder.resolve("fitmesh.war");
        Files.copy(war, copy, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem zip = open(copy, false)) {
            Files.copy(jar, zip.getPath("WEB-INF/lib/application.jar"));
        }
        return copy;
    }

    private static void write(Path jar, String folder) throws IOException {
        Files.deleteIfExists(jar);
        List<Path> classes;
        try (Stream<Path> files = Files.list(CLASSES.resolve(folder))) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        try (FileSystem zip = open(jar, true)) {
            Files.createDirectories(zip.getPath("META-INF"));
            Files.writeString(zip.getPath("META-INF/beans.xml"), BEANS);
            Files.createDirectories(zip.getPath(folder));
            for (Path file : classes) {
                Files.copy(file, zip.getPath(folder, file.getFileName().toString()));
            }
        }
    }

    private static FileSystem open(Path zip, boolean create) throws IOException {
        return FileSystems.newFileSystem(
                URI.create("jar:" + zip.toUri()), Map.of("create", Boolean.toString(create)));
    }
}
