package dev.parley.location.place;

import dev.parley.contracts.location.Location;
import java.util.List;

/** Knows where things are that have a name. Thread-safe. */
public interface Geocoder {
    Provider provider();

    /**
     * What the query may mean: better matches before worse ones, then larger before smaller. Empty when nothing of that
     * name is known; a qualifier that does not fit ({@code Paris, Texas}) is never ignored.
     */
    List<Location> geocode(String query, int limit);

    /** The city nearest to a point, however far. */
    NearestCity nearest(GeoPoint point);
}
