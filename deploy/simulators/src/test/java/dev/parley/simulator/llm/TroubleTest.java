package dev.parley.simulator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.simulator.HttpCalls;
import dev.parley.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TroubleTest {
    private final LlmSimulator llm = LlmSimulator.start();
    private final Chat chat = new Chat(llm);

    @AfterEach
    void stop() {
        llm.close();
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_request_error, invalid_api_key",
        "404, invalid_request_error, model_not_found",
        "429, requests, rate_limit_exceeded",
        "500, server_error, ",
        "503, server_error, service_unavailable",
        "400, invalid_request_error, "
    })
    void an_error_has_openai_s_shape(int status, String type, String code) {
        HttpResponse<String> response = chat.send(Chat.streamed("sim", "[[error:" + status + "]]"));

        JsonNode error = Json.MAPPER.readTree(response.body()).path("error");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(error.path("type").asString()).isEqualTo(type);
        assertThat(error.path("code").stringValue(null)).isEqualTo(code);
        assertThat(error.path("message").asString()).isNotEmpty();
    }

    @Test
    void it_fails_as_often_as_asked_and_then_goes_on_and_then_fails_again() {
        var request =
                Chat.request("sim", "[[error:429 retry_after=1 times=2 code=insufficient_quota]] [[say:At last.]]");

        HttpResponse<String> first = chat.send(request);
        HttpResponse<String> second = chat.send(request);

        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(first.body()).contains("insufficient_quota");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(chat.text(request)).isEqualTo("At last.");
        assertThat(chat.send(request).statusCode()).isEqualTo(429);
    }

    @Test
    void a_scripted_failure_counts_over_all_its_requests() {
        llm.byDefault(Script.fail(500).times(1).delay(Duration.ofMillis(2)).then(Script.say("Well.")));

        assertThat(chat.send(Chat.request("sim", "one")).statusCode()).isEqualTo(500);
        assertThat(chat.text(Chat.request("sim", "two"))).isEqualTo("Well.");
        assertThat(chat.text(Chat.request("sim", "three"))).isEqualTo("Well.");
    }

    @Test
    void a_cut_stream_breaks_off_after_its_tokens_and_the_next_is_whole() {
        var request = Chat.streamed("sim", "[[say:one two three four]] [[cut:after=2 times=1]]");
        List<String> read = new ArrayList<>();

        assertThatThrownBy(() -> {
                    try (Stream<String> lines = chat.sendForLines(request).body()) {
                        lines.filter(line -> !line.isEmpty()).forEach(read::add);
                    }
                })
                .isInstanceOfAny(UncheckedIOException.class, IOException.class);

        assertThat(Chat.joined(Chat.events(String.join("\n\n", read)))).isEqualTo("one two");
        assertThat(Chat.joined(Chat.events(chat.send(request).body()))).isEqualTo("one two three four");
        // The last byte arrives before the server has put the stream away.
        await().untilAsserted(() -> assertThat(llm.openStreams()).isZero());
        assertThat(llm.cancelledStreams()).isZero();
    }

    @Test
    void a_stall_may_end() {
        String text = Chat.joined(
                Chat.events(chat.send(Chat.streamed("sim", "[[say:one two three]] [[stall:after=1 for=20]]"))
                        .body()));

        assertThat(text).isEqualTo("one two three");
    }

    @Test
    void garbage_stands_between_the_events() {
        llm.byDefault(Script.say("one two three").garbageAfter(1).gap(Duration.ZERO));

        String body = chat.send(Chat.streamed("sim", "Hello")).body();

        assertThat(body).contains("\"del\n\n").endsWith("[DONE]\n\n").contains(" three");
    }

    @Test
    void an_error_may_come_in_the_middle_of_a_stream() {
        String body = chat.send(Chat.streamed("sim", "[[say:one two]] [[error:500 after=1]]"))
                .body();

        assertThat(Chat.events(body).getLast().path("error").path("type").asString())
                .isEqualTo("server_error");
        assertThat(body).doesNotContain("[DONE]").doesNotContain("two");
    }

    @Test
    void an_answer_that_is_not_streamed_meets_the_same_troubles() {
        assertThat(chat.send(Chat.request("sim", "[[say:a b]] [[error:500 after=1]]"))
                        .statusCode())
                .isEqualTo(500);
        assertThat(chat.text(Chat.request("sim", "[[say:a b]] [[stall:after=1 for=5]]")))
                .isEqualTo("a b");
        assertThatThrownBy(() -> chat.answer(Chat.request("sim", "[[say:a b]] [[garbage:after=1]]")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> chat.send(Chat.request("sim", "[[say:a b]] [[cut:after=1]]")))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void an_unreadable_directive_is_refused_and_other_brackets_are_text() {
        assertThat(chat.send(Chat.request("sim", "[[error:many]]")).statusCode())
                .isEqualTo(400);
        assertThat(chat.text(Chat.request("sim", "see [[wiki]] [[then"))).startsWith("You said: see [[wiki]] [[then");
    }

    @Test
    void without_a_key_or_with_a_bad_body_it_refuses() {
        HttpCalls calls = new HttpCalls(llm.baseUrl());

        assertThat(calls.post("/chat/completions", "{}").statusCode()).isEqualTo(401);
        assertThat(calls.post("/chat/completions", "{}", "Authorization", "Bearer invalid-1")
                        .body())
                .contains("invalid_api_key");
        assertThat(calls.post("/chat/completions", "{oops", "Authorization", "Bearer k")
                        .statusCode())
                .isEqualTo(400);
        assertThat(calls.post("/chat/completions", "{\"model\":\"m\"}", "Authorization", "Bearer k")
                        .body())
                .contains("missing_required_parameter");
        assertThat(calls.get("/nothing", "Authorization", "Bearer k").statusCode())
                .isEqualTo(404);
    }
}
