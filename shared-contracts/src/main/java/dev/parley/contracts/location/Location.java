package dev.parley.contracts.location;

import org.jspecify.annotations.Nullable;

/**
 * A place on earth that has a name.
 *
 * @param country ISO 3166-1 alpha-2
 * @param population inhabitants, where known
 * @param timezone IANA id, where known
 */
public record Location(
        String name,
        String country,
        String countryName,
        @Nullable String region,
        double lat,
        double lng,
        @Nullable Long population,
        @Nullable String timezone) {}
