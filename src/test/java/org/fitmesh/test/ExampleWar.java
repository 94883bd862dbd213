package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A WAR built of Fitmesh's own and the files of a {@link DocumentedExample}. */
record ExampleWar(DocumentedExample example, Path folder) {
    private static final String JAVA = "src/main/java/";
    private static final String RESOURCES = "src/main/resources/";
    private static final String CLASSES = "WEB-INF/classes/";

    /** Builds it. */
    Path build(Path war) throws IOException {
        Path classes = compiled();
        Path copy = folder.resolve("fitmesh.war");
        Files.copy(war, copy, StandardCopyOption.REPLACE_EXISTING);
        URI zip = URI.create("jar:" + copy.toUri());
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of());
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path file : compiled.filter(Files::isRegularFile).toList()) {
                write(files, CLASSES + classes.relativize(file), Files.readAllBytes(file));
            }
            for (Map.Entry<String, String> file : example.files("sql/", ".sql").entrySet()) {
                write(files, CLASSES + "META-INF/fitmesh/" + file.getKey(), bytes(file));
            }
            for (Map.Entry<String, String> file : example.files(RESOURCES, ".yaml").entrySet()) {
                String path = file.getKey().substring(RESOURCES.length());
                write(files, CLASSES + path, bytes(file));
            }
        }
        return copy;
    }

    private static byte[] bytes(Map.Entry<String, String> file) {
        return file.getValue().getBytes(StandardCharsets.UTF_8);
    }

    /** A file that is there gets the lines of the page as its last ones. */
    private static void write(FileSystem files, String path, byte[] content) throws IOException {
        Path file = files.getPath(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Path compiled() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Map.Entry<String, String> file : example.files(JAVA, ".java").entrySet()) {
            Path source = folder.resolve(file.getKey());
            Files.createDirectories(source.getParent());
            sources.add(Files.writeString(source, file.getValue()));
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> options =
                List.of(
                        "--release",
                        "17",
                        "-parameters",
                        "-Xlint:all,-processing,-serial,-classfile",
                        "-Werror",
                        "-proc:none",
                        "-d",
                        classes.toString());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean done =
                    compiler.getTask(
                                    messages,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources))
                            .call();
            assertThat(done).as(messages.toString()).isTrue();
        }
        return classes;
    }
}
