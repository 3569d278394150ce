package dev.parley.location.place;

import dev.parley.contracts.location.Location;
import dev.parley.location.cache.Cached;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

record GeocodeAnswer(
        String query,

        @Schema(description = "What the query may mean, best match first; empty when nothing of that name is known")
        List<Location> items,

        @Schema(description = "Who answered", example = "gazetteer")
        String provider,

        @Schema(description = "Whether the answer was there already")
        boolean cached) {

    static GeocodeAnswer of(String query, Cached<Located> located, Provider provider) {
        return new GeocodeAnswer(query, located.value().locations(), provider.name(), located.cached());
    }
}
