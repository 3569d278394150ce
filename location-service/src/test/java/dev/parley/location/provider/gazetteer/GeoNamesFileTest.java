package dev.parley.location.provider.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.location.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoNamesFileTest {
    private static final Path SAMPLE = Path.of("src/test/resources/gazetteer/cities15000-sample.txt");

    private final GeoNamesFile reader = new GeoNamesFile(new Regions());
    private final List<Settlement> found = new ArrayList<>();

    @Test
    void the_columns_mean_what_geonames_says() throws IOException {
        reader.read(SAMPLE, found::add);

        assertThat(found.getFirst().location())
                .isEqualTo(new Location(
                        "Austin", "US", "United States", "Texas", 30.26715, -97.74306, 931830L, "America/Chicago"));
        assertThat(found.getFirst().otherNames()).contains("AUS", "Остин");
    }

    @Test
    void rows_that_cannot_be_used_are_left_out_and_counted() throws IOException {
        GeoNamesFile.Report report = reader.read(SAMPLE, found::add);

        assertThat(report).isEqualTo(new GeoNamesFile.Report(6, 8));
        assertThat(found)
                .extracting(city -> city.location().name())
                .containsExactly("Austin", "London", "Göttingen", "Nowhere Known", "Tiny", "Sapporo");
    }

    @Test
    void a_region_is_named_where_its_code_is_known() throws IOException {
        reader.read(SAMPLE, found::add);

        assertThat(found)
                .extracting(city -> city.location().region())
                .containsExactly("Texas", "Ontario", null, null, null, null);
    }

    @Test
    void what_geonames_does_not_know_is_absent() throws IOException {
        reader.read(SAMPLE, found::add);
        Location nowhere = found.get(3).location();

        assertThat(nowhere.population()).isNull();
        assertThat(nowhere.timezone()).isNull();
        assertThat(found.get(3).otherNames()).isEmpty();
    }

    @Test
    void bytes_that_are_no_text_do_not_stop_the_reading(@TempDir Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(SAMPLE);
        bytes[bytes.length / 2] = (byte) 0xff;

        GeoNamesFile.Report report = reader.read(Files.write(folder.resolve("bad.txt"), bytes), found::add);

        assertThat(report.read()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void a_file_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> reader.read(Path.of("no/such/file.txt"), found::add))
                .isInstanceOf(NoSuchFileException.class);
    }
}
