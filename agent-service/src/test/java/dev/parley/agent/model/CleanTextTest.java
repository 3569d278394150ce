package dev.parley.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

    @Test
    void a_pair_that_is_cut_between_two_pieces_comes_whole_with_the_second() {
        CleanText text = new CleanText();

        assertThat(text.add("a\uD83D")).isEqualTo("a");
        assertThat(text.add("\uDE00b")).isEqualTo("\uD83D\uDE00b");
    }

    @Test
    void half_a_pair_and_nul_are_taken_out() {
        assertThat(CleanText.clean("a\0b\uD83Dc\uDE00d\uD83D")).isEqualTo("abcd");
    }

    @ParameterizedTest
    @CsvSource({"plain", "“quoted” …", "日本語", "😀😀"})
    void what_is_well_formed_stays(String text) {
        assertThat(CleanText.clean(text)).isEqualTo(text);
    }
}
