package dev.parley.agent.tool.place;

import dev.parley.agent.tool.place.ScoutReport.Candidate;
import dev.parley.contracts.location.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts what was found into neighbourhoods and ranks them. The same findings always give the same ranking. */
final class Neighbourhoods {
    private Neighbourhoods() {}

    static List<Candidate> rank(Surroundings surroundings, int most) {
        Map<String, Neighbourhood> byName = new TreeMap<>();
        for (Place place : surroundings.competitors().places()) {
            in(byName, place, surroundings).competitor(place);
        }
        for (Surroundings.Found found : surroundings.magnets()) {
            for (Place place : found.places().places()) {
                in(byName, place, surroundings).magnet(found.magnet(), place);
            }
        }
        var scale = Scale.of(byName.values(), surroundings.radiusM());
        return byName.values().stream()
                .map(it -> it.candidate(scale))
                .sorted(Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::name))
                .limit(most)
                .toList();
    }

    private static Neighbourhood in(Map<String, Neighbourhood> byName, Place place, Surroundings surroundings) {
        String named = place.neighbourhood();
        String name = named == null || named.isBlank() ? Compass.part(surroundings.area(), place) : named;
        return byName.computeIfAbsent(name, Neighbourhood::new);
    }
}
