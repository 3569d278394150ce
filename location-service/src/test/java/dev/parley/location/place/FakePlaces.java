package dev.parley.location.place;

import dev.parley.contracts.location.Place;
import java.util.ArrayList;
import java.util.List;

/** Finds one place wherever it is asked, and writes down the questions. */
public final class FakePlaces implements Places {
    public static final String ATTRIBUTION = "By a fake.";

    public final List<PlaceQuery> asked = new ArrayList<>();

    @Override
    public Provider provider() {
        return new Provider("fake", "1", ATTRIBUTION);
    }

    @Override
    public List<Place> search(PlaceQuery query) {
        asked.add(query);
        GeoPoint there = query.around();
        return List.of(new Place("1", "One", "cafe", null, there.lat(), there.lng(), 0, 4.5, null, "fake"));
    }
}
