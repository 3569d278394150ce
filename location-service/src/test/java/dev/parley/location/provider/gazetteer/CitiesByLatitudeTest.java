package dev.parley.location.provider.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.location.place.GeoPoint;
import dev.parley.location.place.NearestCity;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CitiesByLatitudeTest {
    private static final List<Settlement> CITIES = BundledSettlements.cities();
    private static final CitiesByLatitude INDEX = new CitiesByLatitude(CITIES);

    @Test
    void the_nearest_is_the_one_that_measuring_all_of_them_finds() {
        Random random = new Random(11);

        for (int i = 0; i < 500; i++) {
            GeoPoint point = new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
            Settlement expected = CITIES.stream()
                    .min(Comparator.comparingDouble(city -> point.distanceTo(GeoPoint.of(city.location()))))
                    .orElseThrow();
            assertThat(INDEX.nearest(point).location()).isEqualTo(expected.location());
        }
    }

    @Test
    void it_may_lie_beyond_the_date_line() {
        NearestCity nearest = INDEX.nearest(new GeoPoint(-17.0, -179.9));

        assertThat(nearest.location().name()).isEqualTo("Suva");
        assertThat(nearest.distanceM()).isBetween(150_000, 250_000);
    }

    @Test
    void the_poles_have_a_nearest_city_too() {
        assertThat(INDEX.nearest(new GeoPoint(-90, 0)).distanceM()).isGreaterThan(4_000_000);
        assertThat(INDEX.nearest(new GeoPoint(90, 0)).distanceM()).isGreaterThan(2_000_000);
    }

    @Test
    void without_any_city_there_is_no_index() {
        List<Settlement> none = BundledSettlements.neighbourhoods();

        assertThatIllegalArgumentException().isThrownBy(() -> new CitiesByLatitude(none));
    }
}
