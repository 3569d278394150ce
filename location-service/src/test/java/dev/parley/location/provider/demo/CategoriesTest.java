package dev.parley.location.provider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesTest {
    private final Categories categories = new Categories();

    @ParameterizedTest
    @CsvSource({
        "café, cafe",
        "cafés, cafe",
        "Coffee Bar, cafe",
        "coffee bars, cafe",
        "a good coffee shop, cafe",
        "bars, bar",
        "bakeries, bakery",
        "book stores, bookshop",
        "co-working spaces, coworking",
        "a place to work, coworking",
        "Conference centre, conference_venue",
        "conference_venue, conference_venue",
        "transit station, transit_stop",
        "offices, office",
        "schools, school",
        "gyms, gym",
        "pharmacies, pharmacy"
    })
    void a_kind_of_places_is_understood_in_peoples_words(String what, String category) {
        assertThat(categories.understand(what).categories()).containsExactly(category);
    }

    @Test
    void several_kinds_may_be_meant() {
        assertThat(categories.understand("cafes or bars").categories()).containsExactly("cafe", "bar");
    }

    @Test
    void places_of_any_kind_may_be_meant() {
        assertThat(categories.understand("places").categories()).isEqualTo(categories.all());
    }

    @Test
    void what_is_no_kind_may_be_a_name() {
        Wanted wanted = categories.understand("Bar Zwölfzylinder");

        assertThat(wanted.categories()).containsExactly("bar");
        assertThat(wanted.otherWords()).containsExactly("zwolfzylinder");
        assertThat(categories.understand("??").categories()).isEmpty();
    }
}
