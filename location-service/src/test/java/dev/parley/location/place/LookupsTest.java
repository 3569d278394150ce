package dev.parley.location.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.location.Place;
import dev.parley.location.cache.Cached;
import dev.parley.location.cache.TestCaches;
import dev.parley.testing.backing.Databases;
import org.junit.jupiter.api.Test;

class LookupsTest {
    private static final GeoPoint POINT = new GeoPoint(52.5, 13.4);

    private final FakeGeocoder geocoder = new FakeGeocoder();
    private final FakePlaces places = new FakePlaces();
    private final Lookups lookups = new Lookups(geocoder, places, TestCaches.in(Databases.fresh()));

    @Test
    void questions_that_differ_in_nothing_but_spelling_are_one() {
        Cached<Located> first = lookups.geocode("Berlin", 5);
        Cached<Located> second = lookups.geocode("  BERLIN! ", 5);

        assertThat(first.cached()).isFalse();
        assertThat(second).isEqualTo(new Cached<>(first.value(), true));
        assertThat(geocoder.asked).containsExactly("Berlin");
    }

    @Test
    void that_nothing_is_known_is_kept_too() {
        lookups.geocode("Atlantis", 5);

        assertThat(lookups.geocode("Atlantis", 5).cached()).isTrue();
    }

    @Test
    void another_limit_is_another_question() {
        lookups.geocode("Berlin", 5);

        assertThat(lookups.geocode("Berlin", 6).cached()).isFalse();
    }

    @Test
    void the_nearest_city_is_kept_by_point() {
        assertThat(lookups.nearest(POINT).cached()).isFalse();
        assertThat(lookups.nearest(POINT)).isEqualTo(new Cached<>(new NearestCity(FakeGeocoder.BERLIN, 12), true));
        assertThat(lookups.nearest(new GeoPoint(52.5, 13.40001)).cached()).isFalse();
    }

    @Test
    void places_are_kept_by_point_radius_limit_and_words() {
        lookups.search(new PlaceQuery("Café", POINT, 1_000, 5));

        assertThat(lookups.search(new PlaceQuery("cafe", POINT, 1_000, 5)).cached())
                .isTrue();
        assertThat(lookups.search(new PlaceQuery("bar", POINT, 1_000, 5)).cached())
                .isFalse();
        assertThat(lookups.search(new PlaceQuery("cafe", POINT, 1_001, 5)).cached())
                .isFalse();
        assertThat(lookups.search(new PlaceQuery("cafe", POINT, 1_000, 6)).cached())
                .isFalse();
    }

    @Test
    void an_area_is_located_first_and_searched_around_its_middle() {
        Cached<Surroundings> found = lookups.search("cafe", "Berlin", 2_000, 3);

        assertThat(found.cached()).isFalse();
        assertThat(found.value().area()).isEqualTo(FakeGeocoder.BERLIN);
        assertThat(found.value().places()).extracting(Place::name).containsExactly("One");
        assertThat(places.asked).containsExactly(new PlaceQuery("cafe", GeoPoint.of(FakeGeocoder.BERLIN), 2_000, 3));
        assertThat(lookups.search("cafe", "berlin", 2_000, 3).cached()).isTrue();
    }

    @Test
    void an_answer_is_cached_only_when_all_of_it_was() {
        lookups.geocode("Berlin", 1);

        assertThat(lookups.search("cafe", "Berlin", 2_000, 3).cached()).isFalse();
    }

    @Test
    void in_an_unknown_area_nothing_is_searched() {
        Surroundings nowhere = lookups.search("cafe", "Atlantis", 2_000, 3).value();

        assertThat(nowhere.area()).isNull();
        assertThat(nowhere.places()).isEmpty();
        assertThat(places.asked).isEmpty();
    }
}
