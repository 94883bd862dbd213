package org.fitmesh.peers;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The same questions, answered as a user of Spring for GraphQL and JPA would. Prints "ready" when it answers and runs until
 * standard input ends: the one who started it is gone then.
 */
@SpringBootApplication
public class Application {
    public static void main(String[] arguments) throws IOException {
        try (ConfigurableApplicationContext context = SpringApplication.run(Application.class, arguments)) {
            System.out.println("ready");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
