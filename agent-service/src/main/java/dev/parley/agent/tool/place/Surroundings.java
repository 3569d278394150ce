package dev.parley.agent.tool.place;

import dev.parley.contracts.location.Location;
import dev.parley.contracts.location.PlacesFound;
import java.util.List;

/** All that was found around the middle of an area. */
record Surroundings(Location area, int radiusM, PlacesFound competitors, List<Found> magnets) {
    record Found(Magnet magnet, PlacesFound places) {}

    boolean cached() {
        return competitors.cached()
                && magnets.stream().allMatch(it -> it.places().cached());
    }
}
