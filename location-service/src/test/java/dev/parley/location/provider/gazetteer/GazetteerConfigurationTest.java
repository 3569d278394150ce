package dev.parley.location.provider.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.location.Location;
import dev.parley.location.place.Geocoder;
import dev.parley.platform.settings.BadSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerConfigurationTest {
    private static final String SAMPLE = "src/test/resources/gazetteer/cities15000-sample.txt";

    @Test
    void without_a_file_the_bundled_cities_are_in_use() {
        assertThat(gazetteer(null).geocode("Berlin", 1)).isNotEmpty();
        assertThat(gazetteer(" ").geocode("Berlin", 1)).isNotEmpty();
    }

    @Test
    void a_file_takes_their_place() {
        Geocoder gazetteer = gazetteer(SAMPLE);

        assertThat(gazetteer.geocode("Goettingen", 1))
                .extracting(Location::name)
                .containsExactly("Göttingen");
        assertThat(gazetteer.geocode("London, Ontario", 1)).hasSize(1);
        assertThat(gazetteer.geocode("Vienna", 1)).isEmpty();
        assertThat(gazetteer.provider().edition())
                .isNotEqualTo(gazetteer(null).provider().edition());
    }

    @Test
    void neighbourhoods_are_there_all_the_same() {
        assertThat(gazetteer(SAMPLE).geocode("Berlin Mitte", 1)).hasSize(1);
    }

    @Test
    void a_file_that_is_not_there_stops_the_start() {
        assertThatThrownBy(() -> gazetteer("no/such/file.txt"))
                .isInstanceOf(BadSetting.class)
                .hasMessage("GAZETTEER_FILE=no/such/file.txt is not accepted:"
                        + " give a readable file of cities in GeoNames' format");
    }

    @Test
    void a_file_without_any_city_stops_the_start(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("cities.txt"), "not a table at all\n");

        assertThatThrownBy(() -> gazetteer(empty.toString())).isInstanceOf(BadSetting.class);
    }

    private static Geocoder gazetteer(@Nullable String file) {
        return new GazetteerConfiguration().gazetteer(new GazetteerSettings(file));
    }
}
