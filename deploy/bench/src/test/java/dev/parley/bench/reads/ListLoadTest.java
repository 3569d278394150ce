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
    private static final String TOKEN = "token-1234567890";

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
    void somebody_new_begins_conversations_and_reads_them_again_and_again() throws InterruptedException {
        Account account = Account.register(gateway);
        account.converse();
        ListLoad.Measured measured = load.run(account, new Meter(Map.of()));

        assertThat(conversations).hasValue(20);
        assertThat(measured.perSecond()).isPositive();
        assertThat(measured.times().p99()).isPositive();
        assertThat(measured.errors()).isZero();
    }

    @Test
    void what_is_refused_is_an_error() throws InterruptedException {
        ListLoad.Measured measured = load.run(new Account(gateway, "another"), new Meter(Map.of()));

        assertThat(measured.errors()).isPositive();
        assertThat(measured.perSecond()).isZero();
    }

    @Test
    void without_conversations_there_is_nothing_to_read() {
        assertThatThrownBy(() -> new Account(gateway, "another").converse())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("403");
    }

    private HttpServer server() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/api/v1/auth/register", ListLoadTest::register);
            made.createContext("/api/chat", this::chat);
            made.createContext("/api/chat/conversations", ListLoadTest::list);
            made.start();
            return made;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void chat(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        conversations.incrementAndGet();
        answer(exchange, isKnown(exchange));
    }

    private static void register(HttpExchange exchange) throws IOException {
        byte[] answer = "{\"access_token\":\"%s\"}".formatted(TOKEN).getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(201, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static boolean isKnown(HttpExchange exchange) {
        return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static void list(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                isKnown(exchange) && "limit=20".equals(exchange.getRequestURI().getQuery()));
    }

    private static void answer(HttpExchange exchange, boolean good) throws IOException {
        exchange.sendResponseHeaders(good ? 200 : 403, 2);
        exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
        exchange.close();
    }
}
