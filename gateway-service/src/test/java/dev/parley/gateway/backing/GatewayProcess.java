package dev.parley.gateway.backing;

import static org.awaitility.Awaitility.await;

import dev.parley.gateway.GatewayService;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A gateway that is a process of its own: within one, the framework has its event loops once. */
public final class GatewayProcess implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);

    private final Process process;
    private final Client client;

    private GatewayProcess(Process process, int port) {
        this.process = process;
        this.client = new Client(port);
    }

    /** Done when it answers. */
    public static GatewayProcess start(Map<String, String> variables) {
        int port = Ports.free();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayService.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(new File("target", "gateway-process.log"));
        builder.environment().putAll(variables);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("MANAGEMENT_PORT", "0");
        try {
            GatewayProcess gateway = new GatewayProcess(builder.start(), port);
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close));
            await().atMost(STARTS_WITHIN).until(gateway::answers);
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Client client() {
        return client;
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The gateway ended: see target/gateway-process.log");
        }
        try {
            return client.get("/health").statusCode() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
