package dev.parley.location.provider.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountriesTest {
    private final Countries countries = new Countries();

    @Test
    void a_country_has_an_english_name() {
        assertThat(Countries.name("DE")).isEqualTo("Germany");
        assertThat(Countries.name("XK")).isEqualTo("Kosovo");
    }

    @Test
    void it_is_known_by_code_by_other_languages_and_by_what_people_say() {
        assertThat(countries.terms("DE")).contains("de", "germany", "deutschland", "allemagne");
        assertThat(countries.terms("US")).contains("us", "usa", "united states", "america", "vereinigte staaten");
        assertThat(countries.terms("GB")).contains("uk", "united kingdom", "great britain");
        assertThat(countries.terms("TR")).contains("turkey");
    }
}
