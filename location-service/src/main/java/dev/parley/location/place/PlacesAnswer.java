package dev.parley.location.place;

import dev.parley.contracts.location.Place;
import dev.parley.location.cache.Cached;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

record PlacesAnswer(
        String query,
        double lat,
        double lng,
        int radiusM,

        @Schema(description = "What is there, best first; `source` of each says where it comes from")
        List<Place> items,

        @Schema(description = "Who answered; `demo` marks invented places", example = "demo")
        String provider,

        @Schema(description = "A sentence to show with the places", nullable = true) @Nullable
        String attribution,

        @Schema(description = "Whether the answer was there already")
        boolean cached) {

    static PlacesAnswer of(PlaceQuery query, Cached<Surroundings> found, Provider provider) {
        return new PlacesAnswer(
                query.what(),
                query.around().lat(),
                query.around().lng(),
                query.radiusM(),
                found.value().places(),
                provider.name(),
                provider.attribution(),
                found.cached());
    }
}
