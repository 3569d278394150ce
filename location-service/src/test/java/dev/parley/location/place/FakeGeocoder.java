package dev.parley.location.place;

import dev.parley.contracts.location.Location;
import java.util.ArrayList;
import java.util.List;

/** Knows Berlin, writes down what it is asked, and fails when it is told to. */
public final class FakeGeocoder implements Geocoder {
    public static final Location BERLIN =
            new Location("Berlin", "DE", "Germany", null, 52.52, 13.405, 3_660_000L, "Europe/Berlin");

    public final List<String> asked = new ArrayList<>();
    public boolean failing;

    @Override
    public Provider provider() {
        return new Provider("fake", "1", null);
    }

    @Override
    public List<Location> geocode(String query, int limit) {
        asked.add(query);
        if (failing) {
            throw new IllegalStateException("secret detail of the provider");
        }
        return Folding.fold(query).equals("berlin") ? List.of(BERLIN) : List.of();
    }

    @Override
    public NearestCity nearest(GeoPoint point) {
        asked.add(point.toString());
        return new NearestCity(BERLIN, 12);
    }
}
