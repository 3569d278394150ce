package dev.parley.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.gateway.RouteMetadata;
import dev.parley.gateway.backing.FakeService;
import dev.parley.gateway.backing.OwnGateway;
import dev.parley.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class StreamDrainTest {

    private static final String STREAM = "/api/chat/turns/1/stream";

    @Test
    void open_streams_end_when_the_gateway_is_told_to_stop() throws IOException {
        try (FakeService chat = FakeService.start("chat-service")) {
            chat.on(
                    STREAM,
                    (_, response) -> response.sse()
                            .sendString(Flux.interval(Duration.ofMillis(100)).map(i -> "data: " + i + "\n\n")));
            OwnGateway gateway = OwnGateway.start("CHAT_SERVICE_URL=" + chat.url(), "GATEWAY_STREAM_GRACE=200ms");
            InputStream stream = gateway.client()
                    .send("GET", STREAM, BodyPublishers.noBody(), BodyHandlers.ofInputStream())
                    .body();
            assertThat(stream.readNBytes(7)).asString().isEqualTo("data: 0");

            CompletableFuture<Void> stopped = gateway.stop();

            assertThat(stream.readAllBytes()).asString().endsWith("\n\n");
            await().atMost(Duration.ofSeconds(10)).until(stopped::isDone);
        }
    }

    @Test
    void who_follows_a_turn_is_sent_on_by_a_gateway_that_stops_and_a_question_is_still_taken() {
        StreamDrain drain = new StreamDrain(new RouteSettings(Map.of(), Duration.ofMinutes(1)));
        drain.start();
        assertThat(isTaken(drain, HttpMethod.GET)).isTrue();

        drain.stop();

        assertThatThrownBy(() -> isTaken(drain, HttpMethod.GET))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.DEPENDENCY_UNAVAILABLE));
        assertThat(isTaken(drain, HttpMethod.POST)).isTrue();
    }

    private static boolean isTaken(StreamDrain drain, HttpMethod method) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.method(method, STREAM));
        exchange.getAttributes()
                .put(
                        ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR,
                        Route.async()
                                .id("turn-stream")
                                .uri("http://chat-service")
                                .predicate(_ -> true)
                                .metadata(RouteMetadata.STREAM, true)
                                .build());
        var taken = new AtomicBoolean();
        drain.filter(exchange, _ -> Mono.fromRunnable(() -> taken.set(true))).block();
        return taken.get();
    }
}
