package dev.parley.chat.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettledTextTest {
    private final SettledText text = new SettledText();

    @Test
    void an_attempt_that_says_the_same_again_goes_on_where_the_first_broke_off() {
        assertThat(text.add("The answer")).isEqualTo("The answer");
        text.startOver();

        assertThat(text.add("The ")).isEmpty();
        assertThat(text.add("answer is")).isEqualTo(" is");
        assertThat(text.finish("The answer is 42.")).isEqualTo(" 42.");
        assertThat(text.isContradicted()).isFalse();
    }

    @Test
    void an_attempt_that_says_something_else_has_no_way_on() {
        text.add("The answer");
        text.startOver();

        assertThat(text.add("An answer")).isEmpty();
        assertThat(text.isContradicted()).isTrue();
        assertThat(text.add("more")).isEmpty();
    }

    @Test
    void an_answer_that_ends_before_what_was_shown_contradicts_it() {
        text.add("The answer");

        assertThat(text.finish("The")).isEmpty();
        assertThat(text.isContradicted()).isTrue();
    }
}
