package dev.parley.agent.tool.place;

import dev.parley.contracts.location.Location;
import dev.parley.contracts.location.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a business would do well.
 *
 * @param competitorCount how many there are, of which the nearest are listed
 * @param candidates best first; empty when nothing is known of the area
 */
record ScoutReport(
        String businessType,
        Location area,
        int radiusM,
        int competitorCount,
        List<Place> competitors,
        List<Candidate> candidates,
        @Nullable String attribution,
        String provider) {

    /**
     * A neighbourhood.
     *
     * @param score 0…100, comparable within a report only
     * @param competitors how many of the same kind are in it
     * @param reasons for and against, in words
     */
    record Candidate(
            String name, double lat, double lng, int score, int competitors, int distanceM, List<String> reasons) {}
}
