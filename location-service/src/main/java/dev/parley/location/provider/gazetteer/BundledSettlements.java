package dev.parley.location.provider.gazetteer;

import dev.parley.contracts.location.Location;
import dev.parley.location.provider.Row;
import dev.parley.location.provider.TabbedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the tables that come with the service. They are ours: what is wrong with them stops the start. */
final class BundledSettlements {
    private static final String SEPARATOR = "|";

    private BundledSettlements() {}

    static List<Settlement> cities() {
        return TabbedResource.read("/gazetteer/cities.tsv").stream()
                .map(BundledSettlements::city)
                .toList();
    }

    /** Neighbourhoods belong to bundled cities, whichever cities are in use otherwise. */
    static List<Settlement> neighbourhoods() {
        Map<String, Settlement> largest = cities().stream()
                .collect(Collectors.toMap(
                        BundledSettlements::nameAndCountry,
                        Function.identity(),
                        (one, other) -> one.population() > other.population() ? one : other));
        return TabbedResource.read("/gazetteer/neighbourhoods.tsv").stream()
                .map(row -> neighbourhood(row, largest))
                .toList();
    }

    private static Settlement city(Row row) {
        Location location = new Location(
                row.text(0),
                row.text(2),
                Countries.name(row.text(2)),
                row.optional(3),
                row.number(4),
                row.number(5),
                Long.parseLong(row.text(6)),
                row.text(7));
        return new Settlement(location, row.list(1, SEPARATOR), List.of());
    }

    private static Settlement neighbourhood(Row row, Map<String, Settlement> cities) {
        Settlement city = cities.get(row.text(2) + "/" + row.text(3));
        if (city == null) {
            throw new IllegalStateException(row.text(0) + " is a neighbourhood of an unknown city");
        }
        Location around = city.location();
        Location location = new Location(
                row.text(0),
                around.country(),
                around.countryName(),
                around.name(),
                row.number(4),
                row.number(5),
                null,
                around.timezone());
        List<String> partOf = new ArrayList<>(List.of(around.name()));
        partOf.addAll(city.otherNames());
        if (around.region() != null) {
            partOf.add(around.region());
        }
        return new Settlement(location, row.list(1, SEPARATOR), List.copyOf(partOf));
    }

    private static String nameAndCountry(Settlement city) {
        return city.location().name() + "/" + city.location().country();
    }
}
