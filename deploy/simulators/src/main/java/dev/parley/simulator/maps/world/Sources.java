package dev.parley.simulator.maps.world;

import dev.parley.simulator.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The resource files beside this class. */
record Sources(List<City> cities, List<Category> categories, List<String> names) {

    static Sources read() {
        return new Sources(
                List.of(Json.MAPPER.readValue(text("cities.json"), City[].class)),
                List.of(Json.MAPPER.readValue(text("categories.json"), Category[].class)),
                text("names.txt").lines().toList());
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Sources.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
