package dev.parley.location.place;

import dev.parley.contracts.location.Place;
import java.util.List;

/** Knows what one can go to. Thread-safe. */
public interface Places {
    Provider provider();

    /** What was asked for within the radius, best first; empty when there is none. Every place names its source. */
    List<Place> search(PlaceQuery query);
}
