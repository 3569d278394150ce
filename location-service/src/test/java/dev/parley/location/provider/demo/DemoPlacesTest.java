package dev.parley.location.provider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.location.Place;
import dev.parley.location.place.GeoPoint;
import dev.parley.location.place.PlaceQuery;
import dev.parley.location.place.Places;
import dev.parley.location.place.PlacesTestKit;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPlacesTest extends PlacesTestKit {
    private static final GeoPoint AUSTIN = new GeoPoint(30.2672, -97.7431);
    private static final GeoPoint SINGAPORE = new GeoPoint(1.2897, 103.8501);

    private final Places places = new DemoConfiguration().demoPlaces();

    @Override
    protected Places places() {
        return places;
    }

    @Test
    void every_place_is_marked_as_invented_and_the_answer_says_so() {
        assertThat(search("places", AUSTIN, 20_000, 100))
                .hasSizeGreaterThan(60)
                .extracting(Place::source)
                .containsOnly("demo");
        assertThat(places.provider().attribution()).contains("invented");
    }

    @Test
    void better_rated_comes_first_and_of_those_the_nearer() {
        List<Place> found = search("coffee bar", SINGAPORE, 20_000, 100);

        assertThat(found).hasSize(11).isSortedAccordingTo((one, other) -> {
            int byRating = Double.compare(rating(other), rating(one));
            return byRating != 0 ? byRating : Integer.compare(one.distanceM(), other.distanceM());
        });
    }

    @Test
    void what_has_no_rating_comes_by_distance() {
        assertThat(search("offices", SINGAPORE, 20_000, 100))
                .hasSize(5)
                .extracting(Place::distanceM)
                .isSorted();
    }

    @Test
    void a_place_is_found_by_its_name_before_others_of_its_kind() {
        List<Place> found = search("Café Nuage", new GeoPoint(48.8566, 2.3522), 20_000, 100);

        assertThat(found.getFirst().name()).isEqualTo("Café Nuage");
        assertThat(found).hasSizeGreaterThan(5);
    }

    @Test
    void a_name_without_a_kind_is_enough() {
        assertThat(search("armadillo", AUSTIN, 20_000, 100))
                .extracting(Place::name)
                .containsExactlyInAnyOrder("Armadillo Press Coffee", "The Paper Armadillo");
    }

    @Test
    void a_smaller_radius_finds_less() {
        assertThat(search("cafe", AUSTIN, 1_000, 100).size())
                .isLessThan(search("cafe", AUSTIN, 20_000, 100).size());
    }

    private List<Place> search(String what, GeoPoint around, int radiusM, int limit) {
        return places.search(new PlaceQuery(what, around, radiusM, limit));
    }

    private static double rating(Place place) {
        return place.rating() == null ? 0 : place.rating();
    }
}
