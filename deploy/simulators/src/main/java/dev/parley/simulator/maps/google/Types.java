package dev.parley.simulator.maps.google;

import dev.parley.simulator.maps.world.Poi;
import dev.parley.simulator.maps.world.Spot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Google's place types. */
final class Types {
    static final Set<String> KNOWN = read();

    private Types() {}

    static List<String> of(Spot spot) {
        return switch (spot.kind()) {
            case COUNTRY -> List.of("country", "political");
            case CITY -> List.of("locality", "political");
            case DISTRICT -> List.of("political", "sublocality", "sublocality_level_1");
            case STREET -> List.of("route");
            case ADDRESS -> List.of("street_address");
            case PLACE -> of(spot.asPlace().orElseThrow());
        };
    }

    static List<String> of(Poi poi) {
        return Stream.of(
                        Stream.of(poi.category().type()),
                        poi.category().types().stream(),
                        Stream.of("point_of_interest", "establishment"))
                .flatMap(types -> types)
                .distinct()
                .toList();
    }

    /** @throws GoogleError when one is unknown */
    static void require(Iterable<String> types) {
        for (String type : types) {
            if (!KNOWN.contains(type)) {
                throw GoogleError.invalid("Unsupported types: " + type + ".");
            }
        }
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(Types.class.getResourceAsStream("place-types.txt"))) {
            return Set.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
