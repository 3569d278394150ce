package dev.parley.location.provider.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.contracts.location.Location;
import dev.parley.location.place.Folding;
import dev.parley.location.place.GeoPoint;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the bundled table to what is known otherwise. */
class CityTableTest {
    private static final List<Settlement> CITIES = BundledSettlements.cities();
    private static final Set<String> COUNTRIES_WITH_REGIONS = Set.of("US", "CA", "AU", "GB");

    @Test
    void a_few_hundred_cities_of_most_countries_are_there() {
        assertThat(CITIES).hasSizeGreaterThan(600);
        assertThat(CITIES.stream().map(city -> city.location().country()).distinct())
                .hasSizeGreaterThan(190);
    }

    @Test
    void every_value_is_in_its_range() {
        assertThat(CITIES).extracting(Settlement::location).allSatisfy(city -> {
            assertThat(city.name()).isNotBlank().isEqualTo(city.name().strip());
            assertThat(city.lat()).isBetween(-56.0, 72.0);
            assertThat(city.lng()).isBetween(-180.0, 180.0);
            assertThat(city.population()).isNotNull().isBetween(500L, 30_000_000L);
            assertThat(ZoneId.getAvailableZoneIds()).contains(city.timezone());
        });
    }

    @Test
    void every_country_code_has_a_name() {
        assertThat(CITIES)
                .extracting(Settlement::location)
                .allSatisfy(city -> assertThat(city.countryName()).isNotBlank().isNotEqualTo(city.country()));
    }

    @Test
    void no_city_is_there_twice() {
        assertThat(CITIES)
                .extracting(Settlement::location)
                .extracting(city -> city.name() + "/" + city.country() + "/" + city.region())
                .doesNotHaveDuplicates();
        assertThat(CITIES)
                .extracting(Settlement::location)
                .extracting(GeoPoint::of)
                .doesNotHaveDuplicates();
    }

    @Test
    void other_names_say_something_new() {
        assertThat(CITIES)
                .allSatisfy(city -> assertThat(city.otherNames())
                        .doesNotContain(city.location().name())
                        .doesNotHaveDuplicates()
                        .allSatisfy(name -> assertThat(Folding.fold(name)).isNotEmpty()));
    }

    @Test
    void regions_are_known_where_people_name_them() {
        Regions regions = new Regions();

        assertThat(CITIES)
                .extracting(Settlement::location)
                .filteredOn(city -> COUNTRIES_WITH_REGIONS.contains(city.country()))
                .allSatisfy(city ->
                        assertThat(regions.terms(city.country(), city.region())).hasSize(2));
    }

    @Test
    void clocks_agree_with_the_sun() {
        assertThat(CITIES).extracting(Settlement::location).allSatisfy(city -> {
            double hours = ZoneId.of(String.valueOf(city.timezone()))
                            .getRules()
                            .getStandardOffset(Instant.parse("2026-01-01T00:00:00Z"))
                            .getTotalSeconds()
                    / 3600.0;
            double apart = Math.abs(city.lng() / 15 - hours) % 24;
            assertThat(Math.min(apart, 24 - apart)).as(city.name()).isLessThan(3.3);
        });
    }

    /** Great-circle distances between the middles of the cities, as they are found in tables of distances. */
    @ParameterizedTest
    @CsvSource({
        "Berlin, Paris, 878",
        "London, New York, 5570",
        "Paris, London, 344",
        "Berlin, Munich, 504",
        "Madrid, Barcelona, 505",
        "Vienna, Budapest, 215",
        "Rome, Milan, 477",
        "Moscow, Saint Petersburg, 634",
        "Istanbul, Ankara, 350",
        "Los Angeles, San Francisco, 559",
        "Austin, Houston, 235",
        "Toronto, Montreal, 504",
        "São Paulo, Rio de Janeiro, 358",
        "Buenos Aires, Montevideo, 204",
        "Cairo, Nairobi, 3520",
        "Johannesburg, Cape Town, 1262",
        "New Delhi, Mumbai, 1150",
        "Beijing, Shanghai, 1067",
        "Tokyo, Osaka, 400",
        "Singapore, Kuala Lumpur, 312",
        "Sydney, Melbourne, 714",
        "Auckland, Wellington, 494"
    })
    void known_distances_are_right(String one, String other, double kilometres) {
        double measured = point(one).distanceTo(point(other)) / 1000;

        assertThat(measured).isCloseTo(kilometres, within(Math.max(6, kilometres * 0.01)));
    }

    private static GeoPoint point(String city) {
        Location location = Bundled.GAZETTEER.geocode(city, 1).getFirst();
        assertThat(location.name()).isEqualTo(city);
        return GeoPoint.of(location);
    }
}
