package dev.parley.simulator.maps.osm;

import dev.parley.simulator.maps.world.Category;
import dev.parley.simulator.maps.world.Spot;

/** How OpenStreetMap files a spot. */
record Rank(String osmType, String category, String type, String addressType, int rank, double importance) {

    static Rank of(Spot spot) {
        return switch (spot.kind()) {
            case COUNTRY -> new Rank("relation", "boundary", "administrative", "country", 4, 0.9);
            case CITY -> new Rank("relation", "boundary", "administrative", "city", 16, 0.8);
            case DISTRICT -> new Rank("relation", "boundary", "administrative", "suburb", 20, 0.5);
            case STREET -> new Rank("way", "highway", "secondary", "road", 26, 0.2);
            case ADDRESS -> new Rank("way", "building", "yes", "building", 30, 0.0001);
            case PLACE -> place(spot.asPlace().orElseThrow().category());
        };
    }

    private static Rank place(Category category) {
        return new Rank("node", category.osmKey(), category.osmValue(), category.osmKey(), 30, 0.0001);
    }
}
