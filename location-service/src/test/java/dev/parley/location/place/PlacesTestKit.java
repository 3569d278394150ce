package dev.parley.location.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.location.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every source of places does, whoever provides it. */
public abstract class PlacesTestKit {
    private static final GeoPoint BERLIN = new GeoPoint(52.52, 13.405);
    private static final GeoPoint SOUTH_PACIFIC = new GeoPoint(-48.876, -123.393);

    protected abstract Places places();

    @Test
    void cafes_are_found_in_the_middle_of_a_city() {
        List<Place> found = places().search(new PlaceQuery("cafe", BERLIN, 5_000, 10));

        assertThat(found).isNotEmpty().hasSizeLessThanOrEqualTo(10);
        assertThat(found).extracting(Place::category).containsOnly("cafe");
        assertThat(found)
                .extracting(Place::source)
                .containsOnly(places().provider().name());
        assertThat(found).extracting(Place::placeId).doesNotHaveDuplicates();
    }

    @Test
    void everything_that_is_found_lies_within_the_radius() {
        List<Place> found = places().search(new PlaceQuery("restaurant", BERLIN, 2_000, 100));

        assertThat(found).isNotEmpty().allSatisfy(place -> {
            double distance = BERLIN.distanceTo(new GeoPoint(place.lat(), place.lng()));
            assertThat(place.distanceM()).isEqualTo((int) Math.round(distance)).isLessThanOrEqualTo(2_000);
        });
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        assertThat(places().search(new PlaceQuery("cafe", SOUTH_PACIFIC, 50_000, 100)))
                .isEmpty();
    }

    @Test
    void nothing_is_found_for_words_that_mean_nothing() {
        assertThat(places().search(new PlaceQuery("qwxzyvl", BERLIN, 50_000, 100)))
                .isEmpty();
    }

    @Test
    void no_more_is_found_than_was_asked_for() {
        assertThat(places().search(new PlaceQuery("cafe", BERLIN, 50_000, 1))).hasSize(1);
    }

    @Test
    void the_same_question_has_the_same_answer() {
        PlaceQuery query = new PlaceQuery("bar", BERLIN, 50_000, 20);

        assertThat(places().search(query)).isEqualTo(places().search(query));
    }

    @Test
    void the_provider_says_who_it_is() {
        assertThat(places().provider().name()).isNotBlank();
        assertThat(places().provider().edition()).isNotBlank();
    }
}
