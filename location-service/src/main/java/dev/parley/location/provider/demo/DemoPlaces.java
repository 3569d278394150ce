package dev.parley.location.provider.demo;

import dev.parley.contracts.location.Place;
import dev.parley.location.place.PlaceQuery;
import dev.parley.location.place.Places;
import dev.parley.location.place.Provider;
import java.util.Comparator;
import java.util.List;

/** Answers from memory: what is called as it was asked for, then by rating, then by distance. Thread-safe. */
final class DemoPlaces implements Places {
    static final String SOURCE = "demo";
    private static final String ATTRIBUTION = "Demo data: these places are invented. There are some in Berlin, Paris,"
            + " Austin and Singapore, and none elsewhere.";
    private static final Comparator<Place> BY_RATING_AND_DISTANCE = Comparator.comparing(
                    Place::rating, Comparator.nullsLast(Comparator.<Double>reverseOrder()))
            .thenComparingInt(Place::distanceM)
            .thenComparing(Place::placeId);

    private final Provider provider;
    private final List<DemoPlace> places;
    private final Categories categories;

    DemoPlaces(List<DemoPlace> places, Categories categories) {
        this.provider = new Provider(SOURCE, Integer.toHexString(places.hashCode()), ATTRIBUTION);
        this.places = List.copyOf(places);
        this.categories = categories;
    }

    @Override
    public Provider provider() {
        return provider;
    }

    @Override
    public List<Place> search(PlaceQuery query) {
        Wanted wanted = categories.understand(query.what());
        return places.stream()
                .filter(place -> wanted.isNamed(place) || wanted.isOfTheKind(place))
                .map(place -> new Hit(wanted.isNamed(place), place.seenFrom(query.around())))
                .filter(hit -> hit.place().distanceM() <= query.radiusM())
                .sorted(Hit.BEST_FIRST)
                .limit(query.limit())
                .map(Hit::place)
                .toList();
    }

    private record Hit(boolean named, Place place) {
        static final Comparator<Hit> BEST_FIRST =
                Comparator.comparing(Hit::named).reversed().thenComparing(Hit::place, BY_RATING_AND_DISTANCE);
    }
}
