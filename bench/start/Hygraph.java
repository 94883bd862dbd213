import java.io.OutputStream;
import org.fitmesh.dev.hygraph.Access;
import org.fitmesh.dev.hygraph.HygraphStandIn;

/** The stand-in for Hygraph, for several nodes: prints its address and runs until standard input ends. Argument: the token. */
public class Hygraph {
    public static void main(String[] arguments) throws Exception {
        try (HygraphStandIn standIn = HygraphStandIn.start(0, Access.token(arguments[0]))) {
            System.out.println(standIn.endpoint());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        System.exit(0);
    }
}
