package dev.parley.agent.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.settings.BadSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T23:59:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void without_a_folder_the_bundled_prompt_is_taken() {
        Prompt prompt = new Prompts(new PromptSettings(""), CLOCK).assistant();

        assertThat(prompt.version()).isEqualTo("assistant/2");
        assertThat(prompt.text()).startsWith("You are Parley");
    }

    @Test
    void a_prompt_of_ones_own_takes_its_place_and_its_version_tells_it_apart() throws IOException {
        write("assistant.md", "You are Ada. Today is {{ today }}.\n");
        Prompt one = prompts().assistant();
        write("assistant.md", "You are Bob.");
        Prompt other = prompts().assistant();

        assertThat(one.text()).isEqualTo("You are Ada. Today is 2026-11-30.");
        assertThat(one.version()).matches("assistant/own-[0-9a-f]{8}");
        assertThat(other.version()).startsWith("assistant/own-").isNotEqualTo(one.version());
    }

    @Test
    void its_answers_are_kept_where_it_says_so_in_front_and_nowhere_else() throws IOException {
        write("assistant.md", "---\ncache_answers: true\n---\nYou are Ada.\n---\nBe brief.");
        Prompt keeping = prompts().assistant();
        write("assistant.md", "---\ncache_answers: false\n---\nYou are Ada.");
        Prompt other = prompts().assistant();

        assertThat(keeping.answersMayBeKept()).isTrue();
        assertThat(keeping.text()).isEqualTo("You are Ada.\n---\nBe brief.");
        assertThat(other.answersMayBeKept()).isFalse();
        assertThat(other.text()).isEqualTo("You are Ada.");
        assertThat(new Prompts(new PromptSettings(""), CLOCK).assistant().answersMayBeKept())
                .isFalse();
    }

    @Test
    void a_folder_without_it_changes_nothing() throws IOException {
        write("README.txt", "Our prompts.");

        assertThat(prompts().assistant().version()).isEqualTo("assistant/2");
    }

    @Test
    void what_is_wrong_stops_the_start_with_one_line() throws IOException {
        assertThatThrownBy(() -> new Prompts(new PromptSettings(folder + "/nowhere"), CLOCK))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("PROMPTS_DIR");
        write("assistant.md", "Hello {{user}}.");
        assertRefused("{{user}}");
        write("assistant.md", "Hello {{}}.");
        assertRefused("{{}}");
        write("assistant.md", "---\ncache_anwsers: true\n---\nHello.");
        assertRefused("cache_answers: true");
        write("assistant.md", " \n");
        assertRefused("1 to 64000 characters");
        Files.write(folder.resolve("assistant.md"), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertRefused("UTF-8");
        write("assistant.md", "Hello.");
        write("asistant.md", "Hello.");
        assertRefused("asistant.md");
    }

    @Test
    void a_variable_that_a_prompt_needs_must_be_there() {
        var kind = new PromptKind("greeting", 1, Set.of("name"), Set.of());

        assertThatThrownBy(() -> PromptTemplate.checked(kind, "greeting/1", "greeting.md", "Hello."))
                .hasMessageContaining("greeting.md")
                .hasMessageContaining("{{name}}");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(this::prompts)
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("PROMPTS_DIR=" + folder)
                .hasMessageContaining(why);
    }

    private Prompts prompts() {
        return new Prompts(new PromptSettings(folder.toString()), CLOCK);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
