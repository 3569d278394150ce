package dev.parley.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.backing.FakeService;
import dev.parley.gateway.backing.RunningGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class StreamTest extends RunningGateway {

    @Test
    void an_event_passes_before_the_next_is_thought_of() throws IOException {
        Sinks.Many<String> events = Sinks.many().unicast().onBackpressureBuffer();
        CHAT.on("/api/chat", (_, response) -> response.sse().sendString(events.asFlux()));
        events.tryEmitNext("event: delta\ndata: one\n\n");

        HttpResponse<InputStream> answer = ask("POST", "/api/chat");

        try (BufferedReader lines = lines(answer)) {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(lines.readLine()).isEqualTo("event: delta");
            assertThat(lines.readLine()).isEqualTo("data: one");
            assertThat(lines.readLine()).isEmpty();
            events.tryEmitNext(": keep-alive\n\n");
            assertThat(lines.readLine()).isEqualTo(": keep-alive");
            events.tryEmitComplete();
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isNull();
        }
        CHAT.off("/api/chat");
    }

    @Test
    void a_stream_may_take_longer_to_begin_than_other_answers() {
        CHAT.on(
                "/test/live/late",
                (_, response) -> response.sse()
                        .sendString(Mono.just("data: late\n\n").delaySubscription(Duration.ofMillis(1500))));

        assertThat(client.get("/test/live/late").body()).isEqualTo("data: late\n\n");
    }

    @Test
    void a_client_that_leaves_is_missed_by_the_service() throws IOException {
        AtomicBoolean left = new AtomicBoolean();
        CHAT.on("/test/live/left", (request, response) -> {
            request.withConnection(connection -> connection.onDispose(() -> left.set(true)));
            return response.sse()
                    .sendString(Flux.interval(Duration.ofMillis(100)).map(i -> ": " + i + "\n\n"));
        });

        HttpResponse<InputStream> answer = ask("GET", "/test/live/left");
        assertThat(answer.body().read()).isEqualTo(':');
        answer.body().close();

        await().atMost(Duration.ofSeconds(20)).untilTrue(left);
    }

    @Test
    void an_answer_that_breaks_off_does_not_look_whole() throws IOException {
        CHAT.on(
                "/test/live/cut",
                (request, response) -> response.sse()
                        .sendString(Flux.just("data: one\n\n")
                                .concatWith(Mono.delay(Duration.ofMillis(300))
                                        .doOnNext(_ -> FakeService.hangUp(request))
                                        .then(Mono.never()))));

        try (BufferedReader lines = lines(ask("GET", "/test/live/cut"))) {
            assertThat(lines.readLine()).isEqualTo("data: one");
            assertThat(lines.readLine()).isEmpty();
            assertThatThrownBy(lines::readLine).isInstanceOf(IOException.class);
        }
    }

    @Test
    void an_answer_that_breaks_off_behind_its_head_may_be_asked_for_again() {
        CHAT.on(
                "/test/live/headless",
                (request, response) -> response.sse()
                        .sendHeaders()
                        .then(Mono.delay(Duration.ofMillis(300))
                                .doOnNext(_ -> FakeService.hangUp(request))
                                .then(Mono.never())));

        HttpResponse<InputStream> answer = ask("GET", "/test/live/headless");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private HttpResponse<InputStream> ask(String method, String path) {
        return client.send(
                method, path, BodyPublishers.noBody(), BodyHandlers.ofInputStream(), "Accept", "text/event-stream");
    }

    private static BufferedReader lines(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }
}
