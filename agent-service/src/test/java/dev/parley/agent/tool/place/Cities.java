package dev.parley.agent.tool.place;

import dev.parley.contracts.location.Location;
import dev.parley.contracts.location.Place;
import org.jspecify.annotations.Nullable;

/** Areas and places for tests. */
final class Cities {
    static final Location BERLIN =
            new Location("Berlin", "DE", "Germany", null, 52.52, 13.405, 3_645_000L, "Europe/Berlin");

    private Cities() {}

    static Place place(String name, @Nullable String neighbourhood, int distanceM) {
        return new Place("id-" + name, name, "kind", neighbourhood, 52.5, 13.4, distanceM, 4.0, 2, "demo");
    }
}
