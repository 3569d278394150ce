package dev.parley.simulator.maps.google;

import dev.parley.simulator.maps.world.Category;
import dev.parley.simulator.maps.world.Poi;
import dev.parley.simulator.maps.world.Position;
import dev.parley.simulator.maps.world.Spot;
import dev.parley.simulator.maps.world.Words;
import dev.parley.simulator.maps.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What a text such as "cafes in Kreuzberg, Berlin" asks for: kinds of places, an area, or a name. */
final class TextSearch {
    private static final int USUAL_PAGE = 20;
    private static final double AROUND_SPOT = 1800;
    private static final double KILOMETRE = 1000;
    private static final double SCORE_PER_KILOMETRE = 3;

    private final World world;
    private final JsonNode body;
    private final Instant now;
    private final String words;
    private final List<Spot> named;
    private final Set<Category> kinds;

    TextSearch(World world, JsonNode body, Instant now) {
        this.world = world;
        this.body = body;
        this.now = now;
        this.words = Words.of(body.path("textQuery").asString(""));
        if (words.isEmpty()) {
            throw GoogleError.invalid("Empty text_query.");
        }
        this.named = world.gazetteer().find(words);
        this.kinds = kinds();
    }

    Page run() {
        Optional<Region> keepTo = Region.of(body.path("locationRestriction"));
        if (keepTo.filter(Region.Circle.class::isInstance).isPresent()) {
            throw GoogleError.invalid("Invalid location_restriction: only a rectangle is supported.");
        }
        List<Spot> found = namesItself() ? named : places();
        return Page.of(
                found.stream()
                        .filter(spot -> keepTo.isEmpty() || keepTo.get().contains(spot.position()))
                        .toList(),
                pageSize(),
                body.path("pageToken").asString(""));
    }

    private int pageSize() {
        int size = body.path("pageSize").asInt(body.path("maxResultCount").asInt(USUAL_PAGE));
        if (size < 0) {
            throw GoogleError.invalid("Page size must not be negative.");
        }
        return size == 0 ? USUAL_PAGE : Math.min(size, USUAL_PAGE);
    }

    /** A query that is nothing but a name wants what bears it. */
    private boolean namesItself() {
        return !named.isEmpty() && includedType().isEmpty() && !named.getFirst().partial();
    }

    private String includedType() {
        String type = body.path("includedType").asString("");
        if (!type.isEmpty()) {
            Types.require(List.of(type));
        }
        return type;
    }

    private Set<Category> kinds() {
        String type = includedType();
        return world.categories().stream()
                .filter(kind -> type.isEmpty() ? isAskedFor(kind) : kind.hasType(type))
                .collect(Collectors.toSet());
    }

    private boolean isAskedFor(Category kind) {
        return Stream.concat(kind.words().stream(), Stream.of(kind.label()))
                .map(Words::of)
                .flatMap(word -> Stream.of(word, word + "s", word + "es"))
                .anyMatch(word -> Words.contains(words, word));
    }

    private List<Spot> places() {
        return world.pois().stream()
                .filter(poi -> kinds.isEmpty() ? bearsName(poi) : kinds.contains(poi.category()))
                .filter(this::isInNamedArea)
                .filter(this::passesFilters)
                .sorted(ranking())
                .map(Spot::place)
                .toList();
    }

    private boolean bearsName(Poi poi) {
        return includedType().isEmpty() && Words.contains(Words.of(poi.name()), words);
    }

    private boolean isInNamedArea(Poi poi) {
        return named.isEmpty() || named.stream().anyMatch(area -> isIn(area, poi));
    }

    private static boolean isIn(Spot area, Poi poi) {
        return switch (area.kind()) {
            case COUNTRY -> poi.city().country().equals(area.city().country());
            case CITY -> poi.city().equals(area.city());
            case DISTRICT, STREET, ADDRESS, PLACE -> poi.position().metresTo(area.position()) <= AROUND_SPOT;
        };
    }

    private boolean passesFilters(Poi poi) {
        Set<String> prices = StreamSupport.stream(body.path("priceLevels").spliterator(), false)
                .map(level -> level.asString(""))
                .collect(Collectors.toSet());
        boolean open = !body.path("openNow").asBoolean(false)
                || poi.isOpenAt(now.atZone(poi.city().timezone()));
        return open
                && poi.rating() >= body.path("minRating").asDouble(0)
                && (prices.isEmpty() || prices.contains(PlaceJson.priceLevel(poi.category())));
    }

    private Comparator<Poi> ranking() {
        Optional<Position> anchor = Region.of(body.path("locationBias"))
                .or(() -> Region.of(body.path("locationRestriction")))
                .map(Region::middle)
                .or(() -> named.stream().findFirst().map(Spot::position));
        if (anchor.isPresent() && body.path("rankPreference").asString("").equals("DISTANCE")) {
            return Comparator.comparingDouble(poi -> poi.position().metresTo(anchor.get()));
        }
        return Comparator.comparingDouble((Poi poi) -> -score(poi, anchor)).thenComparing(Poi::placeId);
    }

    private static double score(Poi poi, Optional<Position> anchor) {
        double away = anchor.map(position -> poi.position().metresTo(position) / KILOMETRE)
                .orElse(0.0);
        return poi.rating() * Math.log1p(poi.ratings()) - away * SCORE_PER_KILOMETRE;
    }
}
