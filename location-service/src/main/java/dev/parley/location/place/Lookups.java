package dev.parley.location.place;

import dev.parley.contracts.location.Location;
import dev.parley.contracts.location.Place;
import dev.parley.location.cache.AnswerCache;
import dev.parley.location.cache.CacheKey;
import dev.parley.location.cache.Cached;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Every question about places, whichever way it came: from the cache, else from the providers. Questions that differ in
 * nothing but case, accents or punctuation are one. Thread-safe.
 */
@Component
public class Lookups {
    private final Geocoder geocoder;
    private final Places places;
    private final AnswerCache cache;

    public Lookups(Geocoder geocoder, Places places, AnswerCache cache) {
        this.geocoder = geocoder;
        this.places = places;
        this.cache = cache;
    }

    public Provider geocoder() {
        return geocoder.provider();
    }

    public Provider places() {
        return places.provider();
    }

    public Cached<Located> geocode(String query, int limit) {
        CacheKey key = key(geocoder(), "geocode:" + limit + ":" + Folding.fold(query));
        return cache.get(key, Located.class, () -> new Located(geocoder.geocode(query, limit)));
    }

    public Cached<NearestCity> nearest(GeoPoint point) {
        CacheKey key = key(geocoder(), "nearest:" + text(point));
        return cache.get(key, NearestCity.class, () -> geocoder.nearest(point));
    }

    public Cached<Surroundings> search(PlaceQuery query) {
        String asked = text(query.around()) + ":" + query.radiusM() + ":" + query.limit();
        CacheKey key = key(places(), "places:" + asked + ":" + Folding.fold(query.what()));
        return cache.get(key, Surroundings.class, () -> new Surroundings(null, places.search(query)));
    }

    /** Around the best match for the area's name; nothing at all when no such area is known. */
    public Cached<Surroundings> search(String what, String area, int radiusM, int limit) {
        Cached<Located> located = geocode(area, 1);
        if (located.value().locations().isEmpty()) {
            return located.map(nothing -> Surroundings.OF_NOWHERE);
        }
        Location middle = located.value().locations().getFirst();
        Cached<Surroundings> found = search(new PlaceQuery(what, GeoPoint.of(middle), radiusM, limit));
        List<Place> there = found.value().places();
        return new Cached<>(new Surroundings(middle, there), located.cached() && found.cached());
    }

    private static CacheKey key(Provider provider, String question) {
        return new CacheKey(question, provider.name() + "@" + provider.edition());
    }

    /** To a ten-millionth of a degree, a centimetre: nobody asks more exactly, and floating-point noise is cut off. */
    private static String text(GeoPoint point) {
        return String.format(Locale.ROOT, "%.7f,%.7f", point.lat(), point.lng());
    }
}
