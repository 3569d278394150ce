package dev.parley.location.provider.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.location.Location;
import dev.parley.location.place.GeoPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** With as many cities as GeoNames has, a question still takes well under a millisecond. */
class GazetteerSpeedTest {
    private static final int CITIES = 30_000;
    private static final int QUESTIONS = 2_000;
    private static final String[] SYLLABLES = {
        "ba", "ber", "bo", "chi", "dan", "del", "do", "fra", "gen", "ha", "is", "ja", "kal", "kir", "lin", "lon", "ma",
        "mi", "mon", "na", "nov", "or", "pa", "per", "ra", "ris", "ro", "san", "shi", "stan", "ta", "ton", "ul", "vel",
        "zha"
    };

    private final Random random = new Random(3);
    private final List<String> names = new ArrayList<>();
    private final Gazetteer gazetteer = build();

    private Gazetteer build() {
        GazetteerBuilder builder = new GazetteerBuilder(new Regions());
        for (int i = 0; i < CITIES; i++) {
            names.add(name());
            double lat = random.nextDouble(-60, 70);
            Location location = new Location(
                    names.getLast(),
                    "US",
                    "United States",
                    "Texas",
                    lat,
                    random.nextDouble(-180, 180),
                    20_000L + i,
                    null);
            builder.add(new Settlement(location, List.of(name(), name(), name(), name(), name()), List.of()));
        }
        return builder.build();
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        int syllables = 2 + random.nextInt(3);
        for (int i = 0; i < syllables; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.toString();
    }

    @Test
    void a_name_is_found_quickly() {
        assertThat(median(name -> gazetteer.geocode(name + ", Texas", 10))).isLessThan(Duration.ofMillis(1));
    }

    @Test
    void a_beginning_is_found_quickly() {
        assertThat(median(name -> gazetteer.geocode(name.substring(0, 4), 10))).isLessThan(Duration.ofMillis(1));
    }

    @Test
    void a_typing_error_is_forgiven_quickly() {
        assertThat(median(name -> gazetteer.geocode(name.substring(0, 3) + "q" + name.substring(3), 10)))
                .isLessThan(Duration.ofMillis(1));
    }

    @Test
    void the_nearest_city_is_found_quickly() {
        assertThat(median(name -> gazetteer.nearest(new GeoPoint(random.nextDouble(-60, 70), name.hashCode() % 180))))
                .isLessThan(Duration.ofMillis(1));
    }

    /** The median of many: a machine that does something else now and then says nothing about the code. */
    private Duration median(Consumer<String> question) {
        long[] nanos = new long[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            String name = names.get(random.nextInt(CITIES));
            long start = System.nanoTime();
            question.accept(name);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[QUESTIONS / 2]);
    }
}
