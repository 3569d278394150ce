package dev.parley.bench.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProseTest {
    @Test
    void one_word_is_in_every_paragraph_and_most_are_in_few() {
        String[] paragraphs = new Prose(1).paragraphs(200).split("\n\n");
        String seldom = paragraphs[0].replaceAll(".* (\\p{L}+)\\.$", "$1");

        assertThat(paragraphs).hasSize(200).allMatch(it -> it.contains("report"));
        assertThat(Arrays.stream(paragraphs).filter(it -> it.contains(" " + seldom + " ")))
                .hasSizeLessThan(150);
        assertThat(new Prose(1).question()).startsWith("report ").endsWith("?");
    }
}
