package dev.parley.contracts.location;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.LookupId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is there, best first.
 *
 * @param area where the search was made; absent when no such area is known (then there are no places)
 * @param attribution a sentence to show with the places, where the provider asks for one or they are invented
 */
@WireType("parley.location.places_found.v1")
public record PlacesFound(
        LookupId lookupId,
        String what,
        @Nullable Location area,
        List<Place> places,
        String provider,
        @Nullable String attribution,
        boolean cached)
        implements LocationResult {}
