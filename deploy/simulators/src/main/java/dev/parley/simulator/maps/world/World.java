package dev.parley.simulator.maps.world;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All there is. Immutable. */
public final class World {
    public static final long USUAL_SEED = 20261120;

    private final List<City> cities;
    private final List<Category> categories;
    private final List<Poi> pois;
    private final Map<String, Spot> byPlaceId;
    private final Gazetteer gazetteer;

    private World(List<City> cities, List<Category> categories, List<Poi> pois) {
        this.cities = cities;
        this.categories = categories;
        this.pois = pois;
        this.gazetteer = new Gazetteer(cities, pois);
        this.byPlaceId = gazetteer.all().stream()
                .collect(Collectors.toMap(Spot::placeId, Function.identity(), (one, same) -> one));
    }

    public static World of(long seed) {
        Sources sources = Sources.read();
        return new World(sources.cities(), sources.categories(), new Settlement(seed, sources).pois());
    }

    public List<City> cities() {
        return cities;
    }

    public List<Category> categories() {
        return categories;
    }

    public List<Poi> pois() {
        return pois;
    }

    public Gazetteer gazetteer() {
        return gazetteer;
    }

    public Optional<Spot> byPlaceId(String placeId) {
        return Optional.ofNullable(byPlaceId.get(placeId));
    }

    /** The places within a circle that pass, nearest first. */
    public List<Poi> around(Position middle, double radius, Predicate<Poi> wanted) {
        return pois.stream()
                .filter(wanted)
                .filter(poi -> poi.position().metresTo(middle) <= radius)
                .sorted(Comparator.comparingDouble(poi -> poi.position().metresTo(middle)))
                .toList();
    }

    /** The city in or near which a position lies. */
    public Optional<City> cityAt(Position position) {
        return gazetteer.cityAt(position);
    }
}
