import java.nio.file.Path;
import java.util.Map;
import org.fitmesh.dev.database.EmbeddedDatabase;

/**
 * The benchmark's PostgreSQL: prints its URL and runs until standard input ends. Arguments: data
 * directory, then settings of postgresql.conf as name=value.
 */
public class Database {
    public static void main(String[] arguments) throws Exception {
        Map<String, String> configuration = new java.util.TreeMap<>();
        for (int i = 1; i < arguments.length; i++) {
            String[] pair = arguments[i].split("=", 2);
            configuration.put(pair[0], pair[1]);
        }
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(Path.of(arguments[0]), 0, configuration)) {
            System.out.println(database.url());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
