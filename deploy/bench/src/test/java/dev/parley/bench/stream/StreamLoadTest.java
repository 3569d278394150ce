package dev.parley.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.bench.process.Meter;
import dev.parley.bench.process.Watched;
import dev.parley.simulator.llm.LlmSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamLoadTest {
    private static final Shape SHAPE = new Shape(10, Duration.ofMillis(20), Duration.ZERO);
    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Meter meter = new Meter(Map.of("generator", Watched.alone(ProcessHandle.current())));

    @Test
    void streams_from_the_simulator_bring_every_token_once() throws InterruptedException {
        StreamLoad load = new StreamLoad(Clock.systemUTC(), SHAPE, WINDOW, PATIENCE);

        try (LlmSimulator simulator = LlmSimulator.start()) {
            StreamLoad.Measured measured = load.run(5, new Target.Model(URI.create(simulator.baseUrl())), meter);

            StreamFigures figures = measured.figures();
            assertThat(figures.faults().isNone()).isTrue();
            assertThat(figures.faults().answers()).isGreaterThanOrEqualTo(5);
            assertThat(figures.tokens()).isPositive();
            assertThat(figures.times().first().count()).isPositive();
            assertThat(measured.usage().time()).isGreaterThanOrEqualTo(WINDOW);
            assertThat(simulator.requests()).hasSize(figures.faults().answers());
        }
    }

    @Test
    void what_a_gateway_does_wrong_is_told() throws IOException, InterruptedException {
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/chat", StreamLoadTest::answer);
        gateway.start();
        URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());

        StreamFigures.Faults faults = new StreamLoad(Clock.systemUTC(), SHAPE, WINDOW, PATIENCE)
                .run(3, new Target.Parley(address, "test"), meter)
                .figures()
                .faults();

        gateway.stop(0);
        assertThat(faults.errors()).containsOnlyKeys("http 503", "ended early");
        assertThat(faults.answers()).isPositive();
        assertThat(faults.gaps()).isEqualTo(faults.answers());
        assertThat(faults.duplicates()).isEqualTo(faults.answers());
    }

    /** The first visitor is refused, the second is cut off, the third misses a token and gets another twice. */
    private static void answer(HttpExchange exchange) throws IOException {
        String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (question.contains("test-000000")) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            String end = question.contains("test-000001") ? "" : "event: message_end\ndata: {}\n\n";
            exchange.sendResponseHeaders(200, 0);
            String tokens = "t0@1 t1@1 t1@1 t2@1 t3@1 t4@1 t5@1 t7@1 t8@1 t9@1 ";
            exchange.getResponseBody()
                    .write(("event: delta\ndata: {\"text\":\"" + tokens + "\"}\n\n" + end)
                            .getBytes(StandardCharsets.UTF_8));
        }
        exchange.close();
    }
}
