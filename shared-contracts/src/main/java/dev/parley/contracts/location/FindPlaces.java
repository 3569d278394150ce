package dev.parley.contracts.location;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.LookupId;
import java.time.Instant;
import java.util.Locale;

/**
 * What is there?
 *
 * @param what a kind or name of places, such as {@code coffee bar}
 * @param area where, in words; it is geocoded first
 * @param radiusM metres around the middle of the area, 1…50 000
 */
@WireType("parley.location.find_places.v1")
public record FindPlaces(
        LookupId lookupId, String what, String area, int radiusM, int limit, Instant createdAt, Instant expiresAt)
        implements LocationCommand {
    @Override
    @JsonIgnore
    public String normalizedQuery() {
        return "places:" + radiusM + ":" + limit + ":" + fold(what) + "@" + fold(area);
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
