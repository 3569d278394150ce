package dev.parley.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.bench.process.Meter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListLoadTest {
    private static final String SESSION = "bench-1234567890";

    private final AtomicInteger conversations = new AtomicInteger();
    private final HttpServer server = server();
    private final URI gateway =
            URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    private final ListLoad load = new ListLoad(2, Duration.ofMillis(100), Duration.ofMillis(200));

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_visitor_begins_conversations_and_reads_them_again_and_again() throws InterruptedException {
        new Visitor(gateway, SESSION).converse();
        ListLoad.Measured measured = load.run(gateway, SESSION, new Meter(Map.of()));

        assertThat(conversations).hasValue(20);
        assertThat(measured.perSecond()).isPositive();
        assertThat(measured.times().p99()).isPositive();
        assertThat(measured.errors()).isZero();
    }

    @Test
    void what_is_refused_is_an_error() throws InterruptedException {
        ListLoad.Measured measured = load.run(gateway, "somebody else", new Meter(Map.of()));

        assertThat(measured.errors()).isPositive();
        assertThat(measured.perSecond()).isZero();
    }

    @Test
    void without_conversations_there_is_nothing_to_read() {
        assertThatThrownBy(() -> new Visitor(gateway, "somebody else").converse())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("403");
    }

    private HttpServer server() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/api/chat", this::chat);
            made.createContext("/api/chat/conversations", ListLoadTest::list);
            made.start();
            return made;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void chat(HttpExchange exchange) throws IOException {
        String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        conversations.incrementAndGet();
        answer(exchange, question.contains(SESSION));
    }

    private static void list(HttpExchange exchange) throws IOException {
        boolean known = SESSION.equals(exchange.getRequestHeaders().getFirst("X-Session-Id"));
        answer(exchange, known && "limit=20".equals(exchange.getRequestURI().getQuery()));
    }

    private static void answer(HttpExchange exchange, boolean good) throws IOException {
        exchange.sendResponseHeaders(good ? 200 : 403, 2);
        exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
        exchange.close();
    }
}
