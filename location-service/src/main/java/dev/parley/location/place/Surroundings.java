package dev.parley.location.place;

import dev.parley.contracts.location.Location;
import dev.parley.contracts.location.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is, best first.
 *
 * @param area the middle of what was searched; absent when that was no area with a name, or when no such area is known
 */
public record Surroundings(@Nullable Location area, List<Place> places) {
    static final Surroundings OF_NOWHERE = new Surroundings(null, List.of());
}
