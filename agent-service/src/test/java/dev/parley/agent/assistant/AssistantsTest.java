package dev.parley.agent.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.StartRefused;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistantsTest {
    private static final String WHO = "id: analyst\nname: Analyst\ndescription: Analyses.\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void some_come_along() {
        assertThat(AssistantFiles.read("").keySet()).containsExactly("assistant", "planner", "researcher");
        assertThat(AssistantFiles.read("").values())
                .allSatisfy(it -> assertThat(it.limits().steps()).isBetween(1, 8));
    }

    @Test
    void an_operators_own_stand_beside_them_or_in_their_place() throws IOException {
        write(WHO + "prompt: Analyse. Today is {{today}}.\nhands_to: [researcher]\nlimits: {usd: 0.5, tokens: 1000}");
        Files.writeString(folder.resolve("mine.yml"), WHO.replace("analyst", "researcher") + "tools: [find_places]");

        var all = AssistantFiles.read(folder.toString());

        assertThat(all.keySet()).containsExactly("assistant", "planner", "researcher", "analyst");
        Assistant researcher = Objects.requireNonNull(all.get("researcher"));
        assertThat(researcher.name()).isEqualTo("Analyst");
        assertThat(researcher.uses("find_places")).isTrue();
        assertThat(researcher.uses("location_scout")).isFalse();
        Assistant analyst = Objects.requireNonNull(all.get("analyst"));
        assertThat(analyst.uses("location_scout")).isTrue();
        assertThat(Objects.requireNonNull(analyst.instructions()).version()).matches("analyst/own-[0-9a-f]{8}");
        assertThat(analyst.limits().areReached(1000, BigDecimal.ZERO)).isTrue();
        assertThat(analyst.limits().areReached(999, new BigDecimal("0.49"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: A | id is missing",
                "id: A-B | id must have lower case letters",
                "id: a | name is missing",
                "{a: | line",
                "[] | is empty, or no YAML mapping",
                "nickname: x | nickname is not known here",
                "WHO limits: {steps: 0} | limits.steps must be 1 to 32",
                "WHO limits: {usd: 0} | limits.usd must be more than 0",
                "WHO limits: {tokens: -1} | limits.tokens must be more than 0",
                "WHO prompt: 'Hello {{name}}' | prompt must be",
                "WHO prompt: ' ' | prompt is blank"
            })
    void a_wrong_file_stops_the_start_and_is_named(String text, String problem) throws IOException {
        write(text.replace("WHO ", WHO));

        assertThatThrownBy(() -> AssistantFiles.read(folder.toString()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("ASSISTANTS_DIR: own.yaml: ")
                .hasMessageContaining(problem);
    }

    @Test
    void one_id_in_two_files_stops_the_start() throws IOException {
        write(WHO);
        Files.writeString(folder.resolve("two.yaml"), WHO);

        assertThatThrownBy(() -> AssistantFiles.read(folder.toString()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("two.yaml: id is that of another file");
    }

    @Test
    void a_folder_that_is_none_stops_the_start() {
        assertThatThrownBy(() -> AssistantFiles.read(folder.resolve("none").toString()))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("ASSISTANTS_DIR");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), text);
    }
}
