package dev.parley.location.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.location.Location;
import org.junit.jupiter.api.Test;

/** What every geocoder does, whoever provides it. */
public abstract class GeocoderTestKit {

    protected abstract Geocoder geocoder();

    @Test
    void a_large_city_is_found_where_it_is() {
        Location berlin = geocoder().geocode("Berlin", 5).getFirst();

        assertThat(GeoPoint.of(berlin).distanceTo(new GeoPoint(52.52, 13.405))).isLessThan(10_000);
        assertThat(berlin.country()).isEqualTo("DE");
        assertThat(berlin.countryName()).isEqualTo("Germany");
        assertThat(berlin.timezone()).isEqualTo("Europe/Berlin");
    }

    @Test
    void nothing_is_found_for_a_name_that_nothing_has() {
        assertThat(geocoder().geocode("Qwxzyvlthorpe-under-Mnbgh", 5)).isEmpty();
    }

    @Test
    void nothing_is_found_for_a_query_without_letters() {
        assertThat(geocoder().geocode("?!", 5)).isEmpty();
    }

    @Test
    void there_are_no_more_answers_than_were_asked_for() {
        assertThat(geocoder().geocode("San", 3)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void the_same_question_has_the_same_answer() {
        assertThat(geocoder().geocode("paris", 10))
                .isEqualTo(geocoder().geocode("paris", 10))
                .isNotEmpty();
    }

    @Test
    void a_point_in_a_city_is_in_that_city() {
        NearestCity nearest = geocoder().nearest(new GeoPoint(48.8606, 2.3376));

        assertThat(nearest.location().name()).isEqualTo("Paris");
        assertThat(nearest.distanceM()).isBetween(0, 10_000);
    }

    @Test
    void the_provider_says_who_it_is() {
        assertThat(geocoder().provider().name()).isNotBlank();
        assertThat(geocoder().provider().edition()).isNotBlank();
    }
}
