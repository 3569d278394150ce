package dev.parley.location.provider.gazetteer;

import dev.parley.contracts.location.Location;
import java.util.List;

/**
 * A city, or a neighbourhood of one.
 *
 * @param otherNames what else it is called, in any language
 * @param partOf what the city of a neighbourhood is called, and its region; empty for a city
 */
record Settlement(Location location, List<String> otherNames, List<String> partOf) {
    boolean isCity() {
        return partOf.isEmpty();
    }

    /** For keeping: the other names are needed only until they are indexed, and there are many of them. */
    Settlement withoutOtherNames() {
        return new Settlement(location, List.of(), partOf);
    }

    long population() {
        Long known = location.population();
        return known == null ? 0 : known;
    }
}
