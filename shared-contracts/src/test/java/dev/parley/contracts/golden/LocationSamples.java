package dev.parley.contracts.golden;

import dev.parley.contracts.location.FindPlaces;
import dev.parley.contracts.location.Geocode;
import dev.parley.contracts.location.LocationsFound;
import dev.parley.contracts.location.LookupFailed;
import dev.parley.contracts.location.Place;
import dev.parley.contracts.location.PlacesFound;
import java.util.List;

/** What stands on {@code location.requests} and {@code location.results}. */
final class LocationSamples {

    private LocationSamples() {}

    static List<Sample> all() {
        return List.of(
                Sample.of(new Geocode(Parts.LOOKUP, "Zürich", 3, Parts.ASKED, Parts.EXPIRES)),
                Sample.of(new FindPlaces(Parts.LOOKUP, "coffee bar", "Zürich", 1_500, 5, Parts.ASKED, Parts.EXPIRES)),
                Sample.of(new LocationsFound(Parts.LOOKUP, "Zürich", List.of(Parts.ZURICH), "gazetteer", false)),
                Sample.of(places()),
                Sample.of(new LookupFailed(Parts.LOOKUP, "expired", "Nobody waits for it any more.", false)));
    }

    private static PlacesFound places() {
        Place place = new Place("demo:zrh:1", "Café Odeon", "cafe", "Bellevue", 47.36712, 8.54532, 410, 4.4, 3, "demo");
        return new PlacesFound(
                Parts.LOOKUP,
                "coffee bar",
                Parts.ZURICH,
                List.of(place),
                "demo",
                "Invented places, for demonstration.",
                true);
    }
}
