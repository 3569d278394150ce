package dev.parley.location.provider.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.location.Location;
import dev.parley.location.place.GeoPoint;
import org.junit.jupiter.api.Test;

class NeighbourhoodTableTest {

    @Test
    void each_lies_in_its_city() {
        assertThat(BundledSettlements.neighbourhoods()).hasSizeGreaterThan(60).allSatisfy(neighbourhood -> {
            Location there = neighbourhood.location();
            Location city = Bundled.GAZETTEER
                    .geocode(neighbourhood.partOf().getFirst() + " " + there.country(), 1)
                    .getFirst();
            assertThat(GeoPoint.of(there).distanceTo(GeoPoint.of(city)))
                    .as(there.name())
                    .isLessThan(20_000);
            assertThat(there.region()).isEqualTo(city.name());
            assertThat(there.timezone()).isEqualTo(city.timezone());
        });
    }

    @Test
    void none_is_there_twice() {
        assertThat(BundledSettlements.neighbourhoods())
                .extracting(Settlement::location)
                .extracting(it -> it.name() + "/" + it.region())
                .doesNotHaveDuplicates();
    }

    @Test
    void neighbourhoods_are_no_cities() {
        assertThat(BundledSettlements.neighbourhoods()).noneMatch(Settlement::isCity);
        assertThat(BundledSettlements.cities()).allMatch(Settlement::isCity);
    }
}
