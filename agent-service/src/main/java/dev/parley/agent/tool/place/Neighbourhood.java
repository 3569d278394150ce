package dev.parley.agent.tool.place;

import dev.parley.agent.tool.place.ScoutReport.Candidate;
import dev.parley.contracts.location.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What there is in a part of an area. */
final class Neighbourhood {
    private final String name;
    private final List<Place> places = new ArrayList<>();
    private final Map<Magnet, Integer> magnets = new LinkedHashMap<>();
    private int competitors;

    Neighbourhood(String name) {
        this.name = name;
    }

    void competitor(Place place) {
        places.add(place);
        competitors++;
    }

    void magnet(Magnet magnet, Place place) {
        places.add(place);
        magnets.merge(magnet, 1, Integer::sum);
    }

    int competitors() {
        return competitors;
    }

    int customers() {
        return magnets.entrySet().stream()
                .mapToInt(it -> it.getKey().weight() * it.getValue())
                .sum();
    }

    Candidate candidate(Scale scale) {
        int distanceM = (int) Math.round(mean(Place::distanceM));
        return new Candidate(
                name,
                rounded(mean(Place::lat)),
                rounded(mean(Place::lng)),
                scale.score(customers(), competitors, distanceM),
                competitors,
                distanceM,
                reasons(distanceM));
    }

    private List<String> reasons(int distanceM) {
        List<String> reasons = new ArrayList<>();
        if (!magnets.isEmpty()) {
            reasons.add(magnets.entrySet().stream()
                    .map(it -> it.getKey().counted(it.getValue()))
                    .collect(Collectors.joining(", ", "customers come from ", " nearby")));
        }
        reasons.add(
                switch (competitors) {
                    case 0 -> "no competitor was found here";
                    case 1 -> "one competitor is here already";
                    default -> competitors + " competitors are here already";
                });
        reasons.add("about " + distance(distanceM) + " from the middle of the area");
        return List.copyOf(reasons);
    }

    private static String distance(int metres) {
        long tenths = Math.round(metres / 100.0);
        return metres < 1_000 ? metres + " m" : tenths / 10 + "." + tenths % 10 + " km";
    }

    private double mean(ToDoubleFunction<Place> of) {
        return places.stream().mapToDouble(of).average().orElse(0);
    }

    /** To five decimals, about a metre: more would pretend. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }
}
