package dev.parley.location.place;

import dev.parley.contracts.location.Location;
import dev.parley.location.cache.Cached;
import io.swagger.v3.oas.annotations.media.Schema;

record ReverseAnswer(
        double lat,
        double lng,

        @Schema(description = "The city nearest to the point")
        Location location,

        @Schema(description = "Metres from the point to the middle of the city")
        int distanceM,

        @Schema(description = "Who answered", example = "gazetteer")
        String provider,

        @Schema(description = "Whether the answer was there already")
        boolean cached) {

    static ReverseAnswer of(GeoPoint point, Cached<NearestCity> nearest, Provider provider) {
        NearestCity city = nearest.value();
        return new ReverseAnswer(
                point.lat(), point.lng(), city.location(), city.distanceM(), provider.name(), nearest.cached());
    }
}
