package dev.parley.contracts.location;

import org.jspecify.annotations.Nullable;

/**
 * Something one can go to.
 *
 * @param placeId the provider's own id
 * @param distanceM metres from the middle of the area that was asked for
 * @param rating 0…5
 * @param priceLevel 1…4
 * @param source the provider; {@code demo} marks an invented place
 */
public record Place(
        String placeId,
        String name,
        String category,
        @Nullable String neighbourhood,
        double lat,
        double lng,
        int distanceM,
        @Nullable Double rating,
        @Nullable Integer priceLevel,
        String source) {}
