package dev.parley.location.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "München, munchen",
        "'  PARIS,   Texas ', paris texas",
        "Straßburg, strassburg",
        "Xi'an, xian",
        "St. John’s, st johns",
        "Łódź, lodz",
        "İstanbul, istanbul",
        "Kraków-Nowa Huta, krakow nowa huta",
        "Tórshavn, torshavn",
        "Ｔｏｋｙｏ, tokyo",
        "東京, 東京",
        "Москва, москва"
    })
    void case_accents_punctuation_and_spacing_do_not_count(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Test
    void what_has_no_letters_is_empty() {
        assertThat(Folding.fold(" -- ?! ")).isEmpty();
        assertThat(Folding.words("…")).isEmpty();
        assertThat(Folding.spellings("!")).isEmpty();
    }

    @Test
    void characters_that_no_database_keeps_are_dropped() {
        assertThat(Folding.fold("Ber\u0000lin \ud83d")).isEqualTo("ber lin");
    }

    @Test
    void umlauts_are_also_spelled_out() {
        assertThat(Folding.spellings("München")).containsExactly("munchen", "muenchen");
        assertThat(Folding.spellings("Mu\u0308nchen")).containsExactly("munchen", "muenchen");
        assertThat(Folding.spellings("Paris")).containsExactly("paris");
    }
}
