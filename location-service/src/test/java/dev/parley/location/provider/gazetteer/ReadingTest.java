package dev.parley.location.provider.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void a_word_is_a_name() {
        assertThat(Reading.of(List.of("paris"))).containsExactly(new Reading("paris", List.of()));
    }

    @Test
    void the_name_is_everything_or_stands_at_either_end() {
        assertThat(Reading.of(List.of("new", "york", "usa")))
                .containsExactly(
                        new Reading("new york usa", List.of()),
                        new Reading("new york", List.of("usa")),
                        new Reading("york usa", List.of("new")),
                        new Reading("new", List.of("york", "usa")),
                        new Reading("usa", List.of("new", "york")));
    }
}
