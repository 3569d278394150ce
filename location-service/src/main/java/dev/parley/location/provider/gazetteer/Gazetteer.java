package dev.parley.location.provider.gazetteer;

import dev.parley.contracts.location.Location;
import dev.parley.location.place.GeoPoint;
import dev.parley.location.place.Geocoder;
import dev.parley.location.place.NearestCity;
import dev.parley.location.place.Provider;
import java.util.List;

/** Answers from memory. An equal name wins over any beginning, and a beginning over any typing error. Thread-safe. */
final class Gazetteer implements Geocoder {
    private final Provider provider;
    private final Names names;
    private final CitiesByLatitude cities;

    Gazetteer(String edition, Names names, CitiesByLatitude cities) {
        this.provider = new Provider("gazetteer", edition, null);
        this.names = names;
        this.cities = cities;
    }

    @Override
    public Provider provider() {
        return provider;
    }

    @Override
    public List<Location> geocode(String query, int limit) {
        return names.bestOf(find(names.readings(query)), limit);
    }

    private Found find(List<Reading> readings) {
        Found equal = names.equal(readings);
        if (!equal.isEmpty()) {
            return equal;
        }
        Found beginning = names.beginning(readings);
        return beginning.isEmpty() ? names.similar(readings) : beginning;
    }

    @Override
    public NearestCity nearest(GeoPoint point) {
        return cities.nearest(point);
    }
}
