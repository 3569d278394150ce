package dev.parley.agent.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkerTest {
    @Test
    void what_is_short_stays_together_below_its_headings() {
        List<String> chunks = Chunker.chunks(List.of(
                new Block(1, "Manual"),
                Block.paragraph("About it."),
                new Block(2, "Return"),
                Block.paragraph("Within 30 days."),
                Block.paragraph("In its box."),
                new Block(1, "Other"),
                Block.paragraph("Else.")));

        assertThat(chunks)
                .containsExactly("Manual\nAbout it.", "Manual › Return\nWithin 30 days.\nIn its box.", "Other\nElse.");
    }

    @Test
    void what_is_long_is_cut_at_sentences_and_each_piece_begins_with_the_end_of_the_one_before() {
        String text = IntStream.range(0, 100)
                .mapToObj(i -> "Sentence number " + i + " says something that is worth to be known.")
                .collect(Collectors.joining(" "));

        List<String> chunks = Chunker.chunks(List.of(new Block(1, "Long"), Block.paragraph(text)));

        assertThat(chunks)
                .hasSizeBetween(10, 20)
                .allSatisfy(chunk -> assertThat(chunk).startsWith("Long\n").hasSizeBetween(150, Chunker.LONGEST));
        for (int i = 1; i < chunks.size(); i++) {
            String begin = chunks.get(i).substring(5, 60);
            assertThat(chunks.get(i - 1)).contains(begin);
        }
        assertThat(IntStream.range(0, 100))
                .allSatisfy(i -> assertThat(chunks).anyMatch(chunk -> chunk.contains("number " + i + " says")));
    }

    @Test
    void a_text_without_any_place_to_cut_is_cut_all_the_same() {
        List<String> chunks = Chunker.chunks(List.of(Block.paragraph("😀".repeat(5_000))));

        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk).hasSizeLessThanOrEqualTo(Chunker.LONGEST));
        assertThat(String.join("", chunks)
                        .codePoints()
                        .filter(c -> c == 0x1F600)
                        .count())
                .isGreaterThanOrEqualTo(5_000);
        assertThat(String.join("", chunks)).doesNotContain("\uFFFD");
    }

    @Test
    void headings_alone_are_a_text_too() {
        assertThat(Chunker.chunks(List.of(new Block(1, "Only"), new Block(2, "Headings"))))
                .containsExactly("Only › Headings");
    }
}
