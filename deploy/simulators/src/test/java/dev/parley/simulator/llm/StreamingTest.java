package dev.parley.simulator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StreamingTest {
    private final LlmSimulator llm = LlmSimulator.start();
    private final Chat chat = new Chat(llm);

    @AfterEach
    void stop() {
        llm.close();
    }

    @Test
    void a_stream_says_the_role_then_the_words_then_why_it_ends_then_what_it_used() {
        llm.byDefault(Script.say("Größe \"zählt\",\nfast immer 🙂").gap(Duration.ofMillis(1)));

        HttpResponse<String> response = chat.send(Chat.streamed("any", "Hello"));
        List<JsonNode> events = Chat.events(response.body());

        assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(events.getFirst()
                        .path("choices")
                        .path(0)
                        .path("delta")
                        .path("role")
                        .asString())
                .isEqualTo("assistant");
        assertThat(Chat.joined(events)).isEqualTo("Größe \"zählt\",\nfast immer 🙂");
        assertThat(Chat.finishReasons(events)).containsExactly("stop");
        assertThat(events.getLast().path("choices").isEmpty()).isTrue();
        assertThat(events.getLast().path("usage").path("completion_tokens").asInt())
                .isEqualTo(5);
        assertThat(response.body()).endsWith("data: [DONE]\n\n").doesNotContain("\r");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.path("object").asString()).isEqualTo("chat.completion.chunk"));
    }

    @Test
    void usage_comes_only_when_it_is_asked_for() {
        String body =
                chat.send(Chat.request("any", "Hello").put("stream", true)).body();

        assertThat(body).doesNotContain("usage").endsWith("data: [DONE]\n\n");
    }

    @Test
    void tokens_come_when_they_are_made_and_not_at_the_end() {
        HttpResponse<Stream<String>> response =
                chat.sendForLines(Chat.streamed("any", "[[say:one two three four]] [[stall:after=3]]"));

        try (Stream<String> lines = response.body()) {
            String three = first(3, lines);

            assertThat(three).isEqualTo("one two three");
            assertThat(llm.openStreams()).isEqualTo(1);
        }
    }

    @Test
    void a_client_that_leaves_is_noticed() {
        HttpResponse<Stream<String>> response = chat.sendForLines(Chat.streamed("sim-10000x10", "Hello"));

        try (Stream<String> lines = response.body()) {
            assertThat(first(2, lines)).startsWith("t0@");
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> llm.cancelledStreams() == 1);
        await().untilAsserted(() -> assertThat(llm.openStreams()).isZero());
    }

    @Test
    void numbered_tokens_carry_the_time_they_were_sent() {
        long before = micros();

        String text = Chat.joined(
                Chat.events(chat.send(Chat.streamed("sim-20x2+5", "Hello")).body()));

        String[] tokens = text.strip().split(" ", -1);
        assertThat(tokens).hasSize(20);
        long last = before;
        for (int i = 0; i < tokens.length; i++) {
            assertThat(tokens[i]).startsWith("t" + i + "@");
            long sent = Long.parseLong(tokens[i].substring(tokens[i].indexOf('@') + 1));
            assertThat(sent).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(micros());
            last = sent;
        }
    }

    @Test
    void a_limit_on_tokens_ends_the_answer_early() {
        var request = Chat.streamed("sim-50x0", "Hello").put("max_completion_tokens", 7);

        List<JsonNode> events = Chat.events(chat.send(request).body());

        assertThat(Chat.joined(events)).endsWith(" ").contains("t6@").doesNotContain("t7@");
        assertThat(Chat.finishReasons(events)).containsExactly("length");
    }

    @Test
    void an_empty_answer_is_still_an_answer() {
        List<JsonNode> events =
                Chat.events(chat.send(Chat.streamed("any", "[[say:]]")).body());

        assertThat(Chat.joined(events)).isEmpty();
        assertThat(Chat.finishReasons(events)).containsExactly("stop");
    }

    @Test
    void five_hundred_streams_run_side_by_side_and_none_loses_a_token() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> streams = IntStream.range(0, 500)
                .mapToObj(index -> chat.sendLater(Chat.streamed("sim-40x10", "Stream " + index)))
                .toList();

        List<String> numbers = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> stream : streams) {
            String body = stream.get(60, TimeUnit.SECONDS).body();
            numbers.add(Chat.joined(Chat.events(body)).replaceAll("@\\d+", ""));
        }

        String all = IntStream.range(0, 40).mapToObj(index -> "t" + index + " ").reduce("", String::concat);
        assertThat(numbers).hasSize(500).allMatch(all::equals);
        assertThat(llm.requests()).hasSize(500);
        await().untilAsserted(() -> assertThat(llm.openStreams()).isZero());
        assertThat(llm.cancelledStreams()).isZero();
    }

    private static String first(int tokens, Stream<String> lines) {
        StringBuilder text = new StringBuilder();
        Iterator<String> iterator = lines.iterator();
        for (int read = 0; read < tokens; ) {
            String token = Chat.joined(Chat.events(iterator.next()));
            text.append(token);
            read += token.isEmpty() ? 0 : 1;
        }
        return text.toString();
    }

    private static long micros() {
        var now = Clock.systemUTC().instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }
}
