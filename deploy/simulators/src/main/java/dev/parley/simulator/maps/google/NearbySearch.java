package dev.parley.simulator.maps.google;

import dev.parley.simulator.maps.world.Poi;
import dev.parley.simulator.maps.world.Spot;
import dev.parley.simulator.maps.world.World;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The places in a circle, of some types, by popularity or distance. */
final class NearbySearch {
    private static final int MOST = 20;

    private final World world;
    private final JsonNode body;

    NearbySearch(World world, JsonNode body) {
        this.world = world;
        this.body = body;
    }

    Page run() {
        Region area = Region.of(body.path("locationRestriction"))
                .filter(Region.Circle.class::isInstance)
                .orElseThrow(() -> GoogleError.invalid("locationRestriction.circle is required."));
        Region.Circle circle = (Region.Circle) area;
        if (circle.radius() == 0) {
            throw GoogleError.invalid("Invalid circle.radius: it must be greater than 0.0.");
        }
        List<Poi> nearest = world.around(circle.middle(), circle.radius(), this::passes);
        boolean byDistance = body.path("rankPreference").asString("").equals("DISTANCE");
        List<Spot> ranked = (byDistance ? nearest : byPopularity(nearest))
                .stream().map(Spot::place).toList();
        return new Page(ranked.subList(0, Math.min(ranked.size(), most())), Optional.empty());
    }

    private int most() {
        int wanted = body.path("maxResultCount").asInt(MOST);
        if (wanted < 1 || wanted > MOST) {
            throw GoogleError.invalid("Max result count must be between 1 and 20 (inclusive).");
        }
        return wanted;
    }

    private boolean passes(Poi poi) {
        List<String> types = Types.of(poi);
        Set<String> primary = Set.of(poi.category().type());
        return allows("includedTypes", types)
                && allows("includedPrimaryTypes", primary)
                && !forbids("excludedTypes", types)
                && !forbids("excludedPrimaryTypes", primary);
    }

    private boolean allows(String list, Collection<String> types) {
        Set<String> wanted = types(list);
        return wanted.isEmpty() || types.stream().anyMatch(wanted::contains);
    }

    private boolean forbids(String list, Collection<String> types) {
        return types.stream().anyMatch(types(list)::contains);
    }

    private Set<String> types(String list) {
        Set<String> types = StreamSupport.stream(body.path(list).spliterator(), false)
                .map(type -> type.asString(""))
                .collect(Collectors.toSet());
        Types.require(types);
        return types;
    }

    private static List<Poi> byPopularity(List<Poi> pois) {
        return pois.stream()
                .sorted(Comparator.comparingDouble((Poi poi) -> -poi.rating() * Math.log1p(poi.ratings())))
                .toList();
    }
}
