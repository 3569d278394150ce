package dev.parley.location.provider.gazetteer;

import dev.parley.location.place.Folding;
import dev.parley.location.provider.Row;
import dev.parley.location.provider.TabbedResource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States, provinces and nations of countries whose people name them with a city: {@code Austin, TX}. */
final class Regions {
    private record Key(String country, String region) {}

    private final Map<Key, String> names = new HashMap<>();
    private final Map<Key, String> abbreviations = new HashMap<>();

    Regions() {
        TabbedResource.read("/gazetteer/regions.tsv").forEach(this::add);
    }

    private void add(Row row) {
        String country = row.text(0);
        names.put(new Key(country, row.text(1)), row.text(3));
        abbreviations.put(new Key(country, row.text(3)), Folding.fold(row.text(2)));
    }

    /** The name of a region by the code that GeoNames has for it. */
    @Nullable
    String name(String country, String geonamesCode) {
        return names.get(new Key(country, geonamesCode));
    }

    /** All folded texts that name the region; none when there is no region. */
    Set<String> terms(String country, @Nullable String region) {
        if (region == null) {
            return Set.of();
        }
        String name = Folding.fold(region);
        String abbreviation = abbreviations.get(new Key(country, region));
        return abbreviation == null || abbreviation.equals(name) ? Set.of(name) : Set.of(name, abbreviation);
    }
}
