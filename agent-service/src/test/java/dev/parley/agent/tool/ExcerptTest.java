package dev.parley.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void a_long_text_is_cut_between_characters() {
        assertThat(Excerpt.of("short", 5)).isEqualTo("short");
        assertThat(Excerpt.of("longer", 4)).isEqualTo("long");
        assertThat(Excerpt.of("ab🎉c", 3)).isEqualTo("ab");
        assertThat(Excerpt.of("ab🎉c", 4)).isEqualTo("ab🎉");
        assertThat(Excerpt.of("nothing", 0)).isEmpty();
    }
}
