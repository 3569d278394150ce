package dev.parley.agent.model.offline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table in {@code model/offline/utterances.txt}. */
class OfflineUtterancesTest {
    private static final Pattern TOOL = Pattern.compile("[a-z_]+ \\{.*}");

    static Stream<Arguments> table() throws IOException {
        try (InputStream in = OfflineUtterancesTest.class.getResourceAsStream("/model/offline/utterances.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split(" => "))
                            .map(cells -> Arguments.of(cells[0], cells[1]))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void it_understands(String said, String expected) {
        Thought thought = Offline.MIND.think(Offline.after(said.split(" \\| ")));

        switch (thought) {
            case Thought.UseTool use ->
                assertThat(use.toolId() + " " + use.arguments())
                        .hasSameSizeAs(expected)
                        .satisfies(it -> {
                            assertThat(TOOL.matcher(expected).matches()).isTrue();
                            assertThat(it.split("[ {},]+")).containsExactlyInAnyOrder(expected.split("[ {},]+"));
                        });
            case Thought.Say say -> assertThat(say.text()).containsPattern("(?i)" + literally(expected));
        }
    }

    /** Every alternative by its letters. */
    private static String literally(String expected) {
        return Stream.of(expected.split("\\|"))
                .map(Pattern::quote)
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
    }
}
