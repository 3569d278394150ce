package dev.parley.agent.model.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.Heard;
import dev.parley.agent.model.ModelCall;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.StopReason;
import dev.parley.agent.model.TokenEstimate;
import dev.parley.agent.model.ToolRequest;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineModelTest {
    private static final Duration NO_GAP = Duration.ZERO;
    private static final List<String> FRAGMENTS = List.of(
            "find",
            "bakeries",
            "near",
            "Paris",
            "?",
            "my",
            "dog",
            "is",
            "called",
            "Rex",
            "where",
            "should I",
            "open",
            "a gym",
            "in",
            "Ünïcödé",
            "日本語",
            "🎈",
            "\n",
            "\"",
            "{}",
            "what",
            "do you",
            "remember",
            "!!!",
            "1000 km",
            "of",
            "",
            "  ",
            "“",
            "and",
            "und",
            "¿Dónde",
            "\t",
            ".",
            "'",
            "a\u0301",
            "the best",
            "I am",
            "within",
            "99999999999 m",
            "\\",
            "%s");

    private final Heard heard = new Heard();

    @Test
    void streams_pieces_that_are_the_text() {
        Offline.speaking(NO_GAP).start(Offline.after("Hello!"), heard);

        ModelReply reply = heard.reply();
        assertThat(heard.text()).isEqualTo(reply.text());
        assertThat(heard.pieces())
                .hasSizeGreaterThan(60)
                .allMatch(it -> it.strip().length() <= 7);
        assertThat(reply.reason()).isEqualTo(StopReason.STOP);
        assertThat(reply.outputTokens()).isEqualTo(TokenEstimate.of(reply.text()));
        assertThat(reply.inputTokens()).isPositive();
    }

    @Test
    void speaks_at_its_pace() {
        long begin = System.nanoTime();

        Offline.speaking(Duration.ofMillis(5)).start(Offline.after("Hello!"), heard);

        heard.reply();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(took)
                .isGreaterThan(Duration.ofMillis(5).multipliedBy(heard.pieces().size() - 1));
    }

    @Test
    void asks_for_a_tool_without_a_word() {
        Offline.speaking(NO_GAP).start(Offline.after("Hi", "find bakeries near Paris"), heard);

        ModelReply reply = heard.reply();
        assertThat(reply.reason()).isEqualTo(StopReason.TOOL_REQUESTS);
        assertThat(reply.text()).isEmpty();
        ToolRequest wanted = reply.toolRequests().getFirst();
        assertThat(wanted.toolId()).isEqualTo("find_places");
        assertThat(wanted.arguments()).isEqualTo("{\"what\":\"bakery\",\"area\":\"Paris\"}");
        assertThat(wanted.id()).isNotBlank();
    }

    @Test
    void stops_when_it_is_told_to() throws InterruptedException {
        ModelCall call = Offline.speaking(Duration.ofMillis(20)).start(Offline.after("Hello!"), heard);
        heard.awaitFirstPiece();

        call.cancel();

        assertThat(heard.reply().reason()).isEqualTo(StopReason.CANCELLED);
        assertThat(heard.reply().text()).isEqualTo(heard.text()).isNotEmpty();
    }

    @Test
    void stops_before_it_has_begun() {
        ModelCall call = Offline.speaking(Duration.ofSeconds(10)).start(Offline.after("Hello again, machine!"), heard);

        call.cancel();

        assertThat(heard.reply().reason()).isEqualTo(StopReason.CANCELLED);
    }

    @Test
    void thousands_speak_at_once_on_a_few_threads() {
        ModelRequest request = Offline.after("Hello!");
        int before = Thread.activeCount();
        List<Heard> all = IntStream.range(0, 2_000).mapToObj(it -> new Heard()).toList();

        all.forEach(each -> Offline.speaking(Duration.ofMillis(5)).start(request, each));

        assertThat(Thread.activeCount()).isLessThan(before + 20);
        all.forEach(each -> assertThat(each.reply().reason()).isEqualTo(StopReason.STOP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"any ", "A ", "in A, ", "find a ", "a", "My x is y. ", "near ", "?", "🎈", "I am in A-", "1 km "
            })
    void however_long_it_goes_on_it_is_answered(String fragment) {
        String book = fragment.repeat(32_000 / fragment.length());

        Offline.speaking(NO_GAP).start(Offline.after(book, "find " + book), heard);

        assertThat(heard.reply().text().length()).isLessThan(6_000);
    }

    @Test
    void whatever_is_said_there_is_exactly_one_end() {
        var random = new Random(42);
        for (int i = 0; i < 150; i++) {
            var each = new Heard();
            String[] utterances = IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(it -> gibberish(random))
                    .toArray(String[]::new);
            ModelCall call = Offline.speaking(NO_GAP).start(Offline.after(utterances), each);
            if (random.nextInt(4) == 0) {
                call.cancel();
            }

            assertThat(each.reply().text()).as(String.join(" | ", utterances)).isEqualTo(each.text());
        }
    }

    private static String gibberish(Random random) {
        StringBuilder text = new StringBuilder();
        int words = random.nextInt(25);
        for (int i = 0; i < words; i++) {
            text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size()))).append(' ');
        }
        return text.toString();
    }
}
