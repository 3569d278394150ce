package dev.parley.local.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {

    @Test
    void reads_plain_quoted_and_exported_values() {
        String text = """
                # a comment
                LOG_LEVEL=DEBUG

                export OPENAI_API_KEY = sk-1#2   # and a comment behind
                GREETING="hello # world"  # said
                SINGLE='$HOME stays'
                EMPTY=
                EMPTY_TOO= # nothing
                URL=postgresql://a:b@c/d?e=f
                """;

        assertThat(EnvFile.parse(text, Path.of(".env")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "LOG_LEVEL", "DEBUG",
                        "OPENAI_API_KEY", "sk-1#2",
                        "GREETING", "hello # world",
                        "SINGLE", "$HOME stays",
                        "EMPTY", "",
                        "EMPTY_TOO", "",
                        "URL", "postgresql://a:b@c/d?e=f"));
    }

    @Test
    void names_the_line_it_does_not_understand() {
        assertThatThrownBy(() -> EnvFile.parse("A=1\nwhat is this", Path.of(".env")))
                .hasMessage(".env, line 2: expected NAME=value");
    }

    @Test
    void the_environment_wins_over_the_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(".env");
        assertThat(EnvFile.under(Map.of("A", "1"), file)).isEqualTo(Map.of("A", "1"));
        Files.writeString(file, "A=2\nB=2");

        assertThat(EnvFile.under(Map.of("A", "1"), file)).isEqualTo(Map.of("A", "1", "B", "2"));
    }
}
