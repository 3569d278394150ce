package dev.parley.agent.model.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.AnswerLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedTest {
    @Test
    void an_answer_ends_before_the_first_text_that_stops_it() {
        assertThat(Bounded.of("one two three", new AnswerLimits(null, List.of("three", " two"))))
                .isEqualTo(new Bounded("one", false));
    }

    @Test
    void an_answer_has_no_more_tokens_than_wanted() {
        assertThat(Bounded.of("one two three", new AnswerLimits(2, List.of()))).isEqualTo(new Bounded("one two", true));
        assertThat(Bounded.of("one two", new AnswerLimits(2, List.of()))).isEqualTo(new Bounded("one two", false));
    }
}
