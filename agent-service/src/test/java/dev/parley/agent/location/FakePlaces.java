package dev.parley.agent.location;

import dev.parley.contracts.id.LookupId;
import dev.parley.contracts.location.Location;
import dev.parley.contracts.location.LocationsFound;
import dev.parley.contracts.location.Place;
import dev.parley.contracts.location.PlacesFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Knows the areas and places that a test tells it. */
public final class FakePlaces implements Places {
    private static final LookupId LOOKUP = new LookupId(new UUID(0, 1));

    private final Map<String, Location> areas = new HashMap<>();
    private final Map<String, List<Place>> places = new HashMap<>();
    private @Nullable LookupException failure;

    public FakePlaces area(Location area) {
        areas.put(area.name(), area);
        return this;
    }

    public FakePlaces places(String what, Place... found) {
        places.put(what, List.of(found));
        return this;
    }

    public FakePlaces failing(String code) {
        failure = new LookupException(code, "It failed.");
        return this;
    }

    @Override
    public CompletableFuture<LocationsFound> whereIs(Asking asking, String name, int limit) {
        Location area = areas.get(name);
        List<Location> known = area == null ? List.of() : List.of(area);
        return answer(new LocationsFound(LOOKUP, name, known, "demo", false));
    }

    @Override
    public CompletableFuture<PlacesFound> find(Asking asking, String what, String area, int radiusM, int limit) {
        List<Place> found = places.getOrDefault(what, List.of()).stream()
                .filter(it -> it.distanceM() <= radiusM)
                .limit(limit)
                .toList();
        return answer(new PlacesFound(LOOKUP, what, areas.get(area), found, "demo", "Invented places.", false));
    }

    private <T> CompletableFuture<T> answer(T found) {
        return failure == null ? CompletableFuture.completedFuture(found) : CompletableFuture.failedFuture(failure);
    }
}
