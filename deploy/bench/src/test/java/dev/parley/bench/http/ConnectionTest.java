package dev.parley.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Loop loop = Loop.start();

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void requests_follow_each_other_on_one_connection() throws IOException {
        HttpServer server = server();
        Requests requests = requestsTo(server.getAddress().getPort());
        Connection connection = new Connection(loop, requests.address());

        String first = answer(connection, requests.post("/echo", Map.of("X-Name", "a"), "{\"n\":1}"));
        String second = answer(connection, requests.get("/echo", Map.of()));

        assertThat(first).isEqualTo("200 POST {\"n\":1} end");
        assertThat(second).isEqualTo("200 GET  end");
        server.stop(0);
    }

    @Test
    void a_connection_that_was_cut_is_broken_and_made_anew() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Requests requests = requestsTo(server.getLocalPort());
            Connection connection = new Connection(loop, requests.address());
            Thread.ofVirtual().start(() -> cut(server));

            String cut = answer(connection, requests.get("/", Map.of()));
            Thread.ofVirtual().start(() -> cut(server));
            String again = answer(connection, requests.get("/", Map.of()));

            assertThat(cut).isEqualTo("200 hal" + "broken: connection closed");
            assertThat(again).isEqualTo(cut);
        }
    }

    @Test
    void where_nobody_listens_the_request_is_broken() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        String said = answer(
                new Connection(loop, requestsTo(port).address()),
                requestsTo(port).get("/", Map.of()));

        assertThat(said).startsWith("broken: ");
    }

    @Test
    void timers_fire_in_order() {
        CompletableFuture<String> fired = new CompletableFuture<>();
        StringBuilder order = new StringBuilder();

        loop.execute(() -> {
            long now = System.nanoTime();
            loop.at(
                    now + Duration.ofMillis(20).toNanos(),
                    () -> fired.complete(order.append("late").toString()));
            loop.at(now + Duration.ofMillis(5).toNanos(), () -> order.append("early "));
        });

        assertThat(fired).succeedsWithin(SOON).isEqualTo("early late");
    }

    private String answer(Connection connection, byte[] request) {
        Transcript transcript = new Transcript();
        loop.execute(() -> connection.send(request, transcript));
        assertThat(transcript.whole()).succeedsWithin(SOON);
        return transcript.said();
    }

    private static Requests requestsTo(int port) {
        return new Requests(URI.create("http://127.0.0.1:" + port));
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String said = exchange.getRequestMethod() + " " + new String(body, StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(said.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void cut(ServerSocket server) {
        try (Socket socket = server.accept()) {
            var _ = socket.getInputStream().read();
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhal".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
