import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.fitmesh.dev.database.EmbeddedDatabase;

/**
 * The benchmark's PostgreSQL: prints its URL and runs until standard input ends or a signal comes. Arguments: data
 * directory, port (0 for a free one), then settings of postgresql.conf as name=value.
 */
public class Database {
    public static void main(String[] arguments) throws Exception {
        Map<String, String> configuration = new TreeMap<>();
        for (int i = 2; i < arguments.length; i++) {
            String[] pair = arguments[i].split("=", 2);
            configuration.put(pair[0], pair[1]);
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database)));
        System.out.println(database.url());
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private static void close(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }
}
