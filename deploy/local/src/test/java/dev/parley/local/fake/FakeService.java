package dev.parley.local.fake;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that behaves like a service towards its launcher: as a boot jar it can be extracted, and it answers the
 * readiness probe on its management port. FAKE_DIES names a module whose fake ends at once instead.
 */
public final class FakeService {

    private FakeService() {}

    /** One class without helpers: it is all that its jar holds. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(System.getProperty("java.class.path"));
        if ("tools".equals(System.getProperty("jarmode"))) {
            int destination = List.of(arguments).indexOf("--destination") + 1;
            Files.copy(jar, Path.of(arguments[destination]).resolve("app.jar"));
            return;
        }
        Map<String, String> environment = System.getenv();
        String dies = environment.getOrDefault("FAKE_DIES", "nobody");
        System.out.println("fake service from " + jar);
        if (jar.toString().contains(dies + "@")) {
            System.out.println("the flux capacitor is empty");
            System.exit(3);
        }
        serve(Integer.parseInt(environment.getOrDefault("MANAGEMENT_PORT", "0")), environment);
    }

    /** Makes the same jar pass for a Java agent. */
    public static void premain(String argument) {
        System.setProperty("traced", "true");
    }

    private static void serve(int port, Map<String, String> environment) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            byte[] answer = environment.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.start();
    }
}
