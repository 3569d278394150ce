package dev.parley.bench.stack;

import dev.parley.simulator.Simulators;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The LLM simulator as a process of its own, so that its cost is told apart; it ends with this one at the latest. */
public final class SimulatorProcess implements AutoCloseable {
    private static final List<String> OPTIONS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final Duration POLL = Duration.ofMillis(200);
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final URI base;

    private SimulatorProcess(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    public static SimulatorProcess start() {
        try {
            Process process = new ProcessBuilder(command())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said = process.inputReader();
            String base = said.readLine();
            if (base == null) {
                throw new IllegalStateException("The simulator did not start");
            }
            return new SimulatorProcess(process, URI.create(base));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI base() {
        return base;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Waits until nobody is answered any more; false when it takes longer. */
    public boolean awaitQuiet(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (openStreams() > 0) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private int openStreams() throws InterruptedException {
        HttpRequest stats = HttpRequest.newBuilder(base.resolve("/sim/stats")).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = http.send(stats, BodyHandlers.ofString()).body();
            return JSON.readTree(body).path("open_streams").asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String self = Long.toString(ProcessHandle.current().pid());
        return Stream.of(
                        List.of(java),
                        OPTIONS,
                        List.of("-cp", System.getProperty("java.class.path")),
                        List.of(Simulators.class.getName(), "llm", "--parent", self))
                .flatMap(List::stream)
                .toList();
    }
}
