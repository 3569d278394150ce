package dev.parley.location.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoPointTest {

    @Test
    void a_quarter_of_the_equator_is_ten_thousand_kilometres() {
        assertThat(new GeoPoint(0, 0).distanceTo(new GeoPoint(0, 90))).isCloseTo(10_007_500, within(1_000.0));
    }

    @Test
    void the_date_line_is_no_border() {
        assertThat(new GeoPoint(0, 179.9).distanceTo(new GeoPoint(0, -179.9))).isCloseTo(22_239, within(10.0));
    }

    @Test
    void opposite_points_are_half_the_earth_apart() {
        assertThat(new GeoPoint(90, 0).distanceTo(new GeoPoint(-90, 0))).isCloseTo(20_015_000, within(1_000.0));
    }

    @Test
    void a_degree_of_latitude_is_as_long_as_it_says() {
        assertThat(new GeoPoint(10, 5).distanceTo(new GeoPoint(11, 5)))
                .isCloseTo(GeoPoint.METRES_PER_DEGREE, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-91, 0", "0, 180.5", "0, -181", "NaN, 0", "0, NaN", "Infinity, 0"})
    void points_that_are_not_on_earth_are_refused(double lat, double lng) {
        assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(lat, lng));
    }
}
