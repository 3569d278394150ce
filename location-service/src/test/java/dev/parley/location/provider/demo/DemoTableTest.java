package dev.parley.location.provider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.location.place.GeoPoint;
import dev.parley.location.provider.TabbedResource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the bundled demo places to what they promise. */
class DemoTableTest {
    private static final Set<String> UNRATED = Set.of("school", "office", "transit_stop");
    private static final Set<String> UNPRICED =
            Set.of("school", "office", "transit_stop", "park", "pharmacy", "conference_venue");
    private static final Map<String, GeoPoint> NEIGHBOURHOODS =
            TabbedResource.read("/gazetteer/neighbourhoods.tsv").stream()
                    .collect(Collectors.toMap(
                            row -> row.text(2).toLowerCase(Locale.ROOT) + "/" + row.text(0),
                            row -> new GeoPoint(row.number(4), row.number(5))));

    @ParameterizedTest
    @ValueSource(strings = {"berlin", "paris", "austin", "singapore"})
    void each_city_has_every_kind_of_place(String city) {
        List<DemoPlace> places = placesOf(city);

        assertThat(places).hasSizeBetween(60, 80);
        assertThat(places).extracting(DemoPlace::category).containsAll(new Categories().all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"berlin", "paris", "austin", "singapore"})
    void each_place_lies_in_its_neighbourhood(String city) {
        assertThat(placesOf(city)).allSatisfy(place -> {
            String neighbourhood = city + "/" + place.neighbourhood();
            GeoPoint middle = NEIGHBOURHOODS.getOrDefault(neighbourhood, new GeoPoint(0, 0));
            assertThat(middle.distanceTo(place.point())).as(place.name()).isLessThan(500);
        });
    }

    @Test
    void ids_and_names_are_unique() {
        assertThat(DemoConfiguration.bundled()).extracting(DemoPlace::id).doesNotHaveDuplicates();
        assertThat(DemoConfiguration.bundled()).extracting(DemoPlace::name).doesNotHaveDuplicates();
    }

    @Test
    void ratings_and_prices_are_there_where_they_mean_something() {
        assertThat(DemoConfiguration.bundled()).allSatisfy(place -> {
            assertThat(place.rating() == null).as(place.name()).isEqualTo(UNRATED.contains(place.category()));
            assertThat(place.priceLevel() == null).as(place.name()).isEqualTo(UNPRICED.contains(place.category()));
            assertThat(place.rating() == null ? 4 : place.rating()).isBetween(3.5, 5.0);
            assertThat(place.priceLevel() == null ? 1 : place.priceLevel()).isBetween(1, 4);
        });
    }

    @Test
    void every_category_is_one_that_can_be_asked_for() {
        assertThat(new Categories().all())
                .isEqualTo(DemoConfiguration.bundled().map(DemoPlace::category).collect(Collectors.toSet()));
    }

    @Test
    void no_phrase_means_two_categories() {
        List<String> phrases = TabbedResource.read("/demo/categories.tsv").stream()
                .flatMap(row -> row.list(1, "|").stream())
                .toList();

        assertThat(phrases).doesNotHaveDuplicates();
    }

    private static List<DemoPlace> placesOf(String city) {
        return TabbedResource.read("/demo/" + city + ".tsv").stream()
                .map(DemoPlace::of)
                .toList();
    }
}
