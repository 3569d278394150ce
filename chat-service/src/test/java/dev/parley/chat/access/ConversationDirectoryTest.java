package dev.parley.chat.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ConversationDirectoryTest {
    private static final String KNOWN = """
            {"version":3,"principals":[{"kind":"session","id":"someone"}]}""";

    private final ConversationId conversation = new ConversationId(UUID.randomUUID());
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void all_are_closed() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void who_may_use_a_conversation_is_asked() throws IOException {
        assertThat(directory(answering(200, KNOWN)).find(conversation))
                .hasValueSatisfying(known -> assertThat(known.principals())
                        .containsExactly(new Principal(Principal.Kind.SESSION, "someone")));
        assertThat(directory(answering(404, "")).find(conversation)).isEmpty();
    }

    /** Which is asked first is chance: several times. */
    @RepeatedTest(8)
    void one_that_is_dead_silent_or_broken_is_passed_over() throws IOException {
        assertThat(directory(dead(), answering(200, KNOWN)).find(conversation)).isPresent();
        assertThat(directory(silent(), answering(200, KNOWN)).find(conversation))
                .isPresent();
        assertThat(directory(answering(500, "{}"), answering(200, KNOWN)).find(conversation))
                .isPresent();
        assertThat(directory(answering(200, "<html>"), answering(404, "")).find(conversation))
                .isEmpty();
    }

    @Test
    void one_that_has_failed_is_left_alone_for_a_while() throws IOException {
        ConversationDirectory directory = directory(answering(503, ""), answering(200, KNOWN));
        for (int i = 0; i < 20; i++) {
            assertThat(directory.find(conversation)).isPresent();
        }

        assertThat(asked.get()).isBetween(20, 21);
    }

    @Test
    void when_none_answers_nobody_knows_and_that_is_said_soon() throws IOException {
        ConversationDirectory directory = directory(silent(), silent(), silent(), dead());
        long begun = System.nanoTime();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> directory.find(conversation))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.DEPENDENCY_UNAVAILABLE);
                    assertThat(problem.retryAfter()).isPositive();
                });

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    private static ConversationDirectory directory(URI... replicas) {
        return new ConversationDirectory(new AccessSettings(List.of(replicas)));
    }

    private URI answering(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, status, body.getBytes(UTF_8)));
        server.start();
        opened.add(() -> server.stop(0));
        return address(server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        asked.incrementAndGet();
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Takes connections and says nothing. */
    private URI silent() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        opened.add(socket);
        return address(socket.getLocalPort());
    }

    private static URI dead() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            return address(socket.getLocalPort());
        }
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
