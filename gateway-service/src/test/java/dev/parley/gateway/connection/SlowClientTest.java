package dev.parley.gateway.connection;

import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.backing.FakeService;
import dev.parley.gateway.backing.OwnGateway;
import dev.parley.gateway.backing.RawClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SlowClientTest {

    private static final Duration DRIP = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String QUESTION = "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Length: 8192\r\n\r\n";
    private static final String READ = "GET /api/chat/turns/1/stream HTTP/1.1\r\nHost: x\r\n\r\n";

    private static final FakeService CHAT = FakeService.start("chat-service");
    private static OwnGateway gateway;

    @BeforeAll
    static void start() {
        gateway = OwnGateway.start(
                "CHAT_SERVICE_URL=" + CHAT.url(),
                "RATE_LIMIT_PER_MINUTE=0",
                "MAX_REQUEST_BYTES=67108864",
                "GATEWAY_HEAD_TIMEOUT=1s",
                "GATEWAY_BODY_TIMEOUT=1s",
                "GATEWAY_ANSWER_TIMEOUT=1s",
                "GATEWAY_IDLE_TIMEOUT=4s",
                "parley.gateway.connection.body-per-second=1KB",
                "parley.gateway.route.table.live.service=chat-service",
                "parley.gateway.route.table.live.path=/test/live",
                "parley.gateway.route.table.live.access=open",
                "parley.gateway.route.table.live.stream=true");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        CHAT.close();
    }

    @Test
    void a_head_that_drips_is_cut() {
        try (RawClient slow = RawClient.connect(gateway.port())) {
            slow.say("GET /health HTTP/1.1\r\nX-Long: ");

            await().atMost(LONG).pollInterval(DRIP).until(() -> !slow.goesOn("a"));
        }
        assertThat(cut("head")).isTrue();
    }

    @Test
    void the_head_of_a_later_request_is_cut_as_well() {
        try (RawClient slow = RawClient.connect(gateway.port())) {
            slow.say("HEAD /health HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(slow.hearHead()).startsWith("HTTP/1.1 200");

            await().atMost(LONG).pollInterval(DRIP).until(() -> !slow.goesOn("\r\n"));
        }
    }

    @Test
    void a_body_that_drips_is_refused_and_the_service_is_rid_of_it() {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        CHAT.on("/api/chat", (request, response) -> {
            request.withConnection(connection -> connection.onDispose(() -> gone.complete(null)));
            return response.sendString(request.receive().aggregate().asString());
        });

        try (RawClient slow = RawClient.connect(gateway.port())) {
            slow.say(QUESTION);
            await().atMost(LONG).pollInterval(DRIP).until(() -> !slow.goesOn("a"));

            assertThat(slow.hearAll())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("application/problem+json")
                    .contains("\"code\":\"request_timeout\"");
        }
        assertThat(gone).succeedsWithin(LONG);
        assertThat(cut("body")).isTrue();
    }

    @Test
    void a_body_that_nobody_reads_is_cut_too() {
        try (RawClient slow = RawClient.connect(gateway.port())) {
            slow.say("POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 8192\r\n\r\n");
            assertThat(slow.hearHead()).startsWith("HTTP/1.1 404 ");

            await().atMost(LONG).pollInterval(DRIP).until(() -> !slow.goesOn("a") && slow.hearAll() != null);
        }
    }

    @Test
    void a_large_body_gets_more_time_as_it_comes() {
        CHAT.off("/api/chat");
        AtomicInteger said = new AtomicInteger();
        try (RawClient steady = RawClient.connect(gateway.port())) {
            steady.say(QUESTION);
            await().atMost(LONG).pollInterval(Duration.ofMillis(250)).until(() -> {
                steady.say("a".repeat(1024));
                return said.incrementAndGet() == 8;
            });

            assertThat(steady.hearHead()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void a_service_that_takes_its_time_is_not_the_clients_fault() {
        CHAT.on(
                "/api/chat/turns/slow",
                (request, response) -> response.sendString(Mono.delay(Duration.ofSeconds(3))
                        .thenMany(request.receive())
                        .map(part -> part.readableBytes())
                        .reduce(0, Integer::sum)
                        .map(bytes -> "{\"bytes\":" + bytes + "}")));
        int much = 32 << 20;

        assertThat(json(gateway.client().post("/api/chat/turns/slow", "a".repeat(much)))
                        .path("bytes")
                        .asInt())
                .isEqualTo(much);
    }

    @Test
    void an_answer_may_take_long_also_when_its_question_came_in_two_parts() {
        CHAT.on(
                "/api/chat",
                (request, response) -> response.sendString(request.receive()
                        .aggregate()
                        .asString()
                        .delayElement(Duration.ofMillis(2500))
                        .map(question -> "Heard: " + question)));

        try (RawClient calm = RawClient.connect(gateway.port())) {
            calm.say("POST /api/chat HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4\r\n\r\n");
            await().pollDelay(DRIP).until(() -> true);
            calm.say("Why?");

            assertThat(calm.hearAll()).contains("Heard: Why?");
        }
    }

    @Test
    void who_does_not_take_an_answer_is_cut_and_the_service_is_rid_of_it() {
        CompletableFuture<Void> gone = endless();

        try (RawClient slow = RawClient.connect(gateway.port())) {
            slow.say(READ);

            assertThat(gone).succeedsWithin(LONG);
        }
        assertThat(cut("answer")).isTrue();
    }

    @Test
    void who_takes_an_answer_drop_by_drop_is_cut_as_well() {
        CompletableFuture<Void> gone = endless();

        try (RawClient slow = RawClient.connect(gateway.port())) {
            slow.say(READ);

            await().atMost(LONG).pollInterval(DRIP).until(() -> !slow.hearsMore() || gone.isDone());
            assertThat(gone).succeedsWithin(LONG);
        }
    }

    @Test
    void a_connection_that_says_nothing_is_closed_and_one_that_is_used_now_and_then_is_not() {
        try (RawClient silent = RawClient.connect(gateway.port());
                RawClient calm = RawClient.connect(gateway.port())) {
            AtomicInteger asked = new AtomicInteger();
            await().atMost(LONG).pollInterval(Duration.ofMillis(1300)).until(() -> {
                calm.say("HEAD /health HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(calm.hearHead()).startsWith("HTTP/1.1 200 ");
                return asked.incrementAndGet() == 4;
            });

            assertThat(silent.hearAll()).isEmpty();
        }
    }

    @Test
    void a_websocket_has_no_requests_and_no_such_deadlines() {
        CHAT.on(
                "/test/live",
                (_, response) -> response.sendWebsocket(
                        (in, out) -> out.sendString(in.receive().asString())));
        AtomicInteger heard = new AtomicInteger();

        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(gateway.url("/test/live").replace("http:", "ws:")), new Counting(heard))
                .join();

        await().atMost(LONG).pollInterval(Duration.ofMillis(700)).until(() -> {
            int before = heard.get();
            socket.sendText("still there", true).join();
            return before == 4;
        });
        socket.abort();
    }

    private static CompletableFuture<Void> endless() {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        CHAT.on("/api/chat/turns/1/stream", (request, response) -> {
            request.withConnection(connection -> connection.onDispose(() -> gone.complete(null)));
            return response.sendString(Flux.<String>generate(sink -> sink.next("data: x\n\n".repeat(1000))));
        });
        return gone;
    }

    private static boolean cut(String reason) {
        return gateway.client()
                .get("/metrics")
                .body()
                .lines()
                .anyMatch(line ->
                        line.startsWith("parley_gateway_cut_total") && line.contains("reason=\"" + reason + "\""));
    }

    private record Counting(AtomicInteger heard) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.incrementAndGet();
            socket.request(1);
            return null;
        }
    }
}
