package dev.parley.agent.model.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "find bakeries near Paris|Paris",
                "open a shop in New York City, please|New York City",
                "a gym around Austin, TX|Austin, TX",
                "a café in São Paulo|São Paulo",
                "something in Frankfurt am Main|Frankfurt am Main",
                "in the centre of Lisbon|Lisbon",
                "within 2 km of Paris|Paris",
                "near Alexanderplatz in Berlin|Alexanderplatz, Berlin",
                "a hotel in St. Louis with a pool|St. Louis",
                "coffee in berlin please|berlin",
                "gyms in new york city with a pool|new york city",
                "ein Café in München eröffnen|München",
                "une boulangerie à Paris|Paris",
                "find bakeries near me|-",
                "what is there around here?|-",
                "I will do it in January|-",
                "in general I like it|-",
                "hello|-",
                "''|-"
            })
    void an_area_is_found(String text, @org.jspecify.annotations.Nullable String area) {
        AreaPhrase found = AreaPhrase.find(text);

        assertThat(found == null ? null : found.name()).isEqualTo(area);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "I want to open a coffee bar in Berlin|coffee bar",
                "where should I put a new gym?|gym",
                "bakeries near Paris|bakery",
                "the nearest pharmacies|pharmacy",
                "show me three churches in Rome|church",
                "are there any good hotels in Oslo?|hotel",
                "the best place for my yoga studio in Berlin|yoga studio",
                "Where should I open a business in Berlin?|-",
                "what can you tell me about Berlin?|-"
            })
    void a_subject_is_found(String text, @org.jspecify.annotations.Nullable String subject) {
        assertThat(SubjectPhrase.find(text)).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource({"within 2 km,2000", "500 m around,500", "1.5 kilometres,1500", "'2,5 km',2500", "a mile or 2 miles,3219"
    })
    void a_distance_is_found(String text, int metres) {
        assertThat(NumberPhrase.metres(text)).isEqualTo(metres);
    }

    @ParameterizedTest
    @CsvSource({"the top 4 hotels,4", "find three bakeries,3", "give me 12 places,12", "ten options,10"})
    void a_count_is_found(String text, int count) {
        assertThat(NumberPhrase.count(text)).isEqualTo(count);
    }

    @Test
    void no_number_is_no_number() {
        assertThat(NumberPhrase.metres("somewhere near")).isNull();
        assertThat(NumberPhrase.count("some bakeries")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My dog is called Rex.|your dog is called Rex",
                "I am a nurse and I'm tired|you are a nurse and you are tired",
                "By the way, we moved our office|you moved your office",
                "Remember that I was born in 1980!|you were born in 1980",
                "Call me Anna|Call you Anna"
            })
    void a_statement_is_addressed_to_its_speaker(String statement, String addressed) {
        assertThat(Person.addressed(statement)).isEqualTo(addressed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"What is this?", "where are you", "Really?", "do I know you"})
    void a_question_is_none_to_learn_from(String sentence) {
        assertThat(Sentences.isQuestion(sentence)).isTrue();
        assertThat(Sentences.isStatement(sentence)).isFalse();
    }

    @Test
    void sentences_end_where_they_end() {
        assertThat(Sentences.of("I live in Lisbon. My dog is called Rex!  And you?\nBye"))
                .containsExactly("I live in Lisbon.", "My dog is called Rex!", "And you?", "Bye");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Hello, world!",
                "  leading and trailing  ",
                "line\n\nline",
                "Straßenbahnhaltestelle 🎈🎈"
            })
    void pieces_joined_are_the_text(String text) {
        List<String> pieces = Pieces.of(text);

        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).noneMatch(String::isEmpty);
    }
}
