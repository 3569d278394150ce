package dev.parley.location.provider.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Collects settlements, with a checksum that tells one collection from another. */
final class GazetteerBuilder {
    private final List<Settlement> settlements = new ArrayList<>();
    private final CRC32C checksum = new CRC32C();
    private final Regions regions;

    GazetteerBuilder(Regions regions) {
        this.regions = regions;
    }

    void add(Settlement settlement) {
        settlements.add(settlement);
        checksum.update(settlement.toString().getBytes(StandardCharsets.UTF_8));
    }

    int size() {
        return settlements.size();
    }

    /** @throws IllegalArgumentException without any city */
    Gazetteer build() {
        Names names = new Names(settlements, new Qualifiers(new Countries(), regions));
        CitiesByLatitude cities = new CitiesByLatitude(
                settlements.stream().map(Settlement::withoutOtherNames).toList());
        return new Gazetteer(Long.toHexString(checksum.getValue()), names, cities);
    }
}
