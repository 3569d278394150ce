package dev.parley.simulator.maps.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A kind of place.
 *
 * @param type Google's primary type
 * @param types Google's further types
 * @param words how people ask for it
 * @param count how many there are in each city
 * @param price 0 where prices make no sense, else 1 to 4
 */
public record Category(
        String type,
        List<String> types,
        String label,
        @JsonProperty("osm_key") String osmKey,
        @JsonProperty("osm_value") String osmValue,
        List<String> words,
        int count,
        int opens,
        int closes,
        int price,
        List<String> names) {

    public boolean hasType(String wanted) {
        return type.equals(wanted) || types.contains(wanted);
    }

    public boolean alwaysOpen() {
        return opens == 0 && closes == 24;
    }
}
