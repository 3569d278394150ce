package dev.parley.contracts.location;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.LookupId;
import java.time.Instant;
import java.util.Locale;

/**
 * Where is this?
 *
 * @param query a city, an area of one, an address: 1…200 characters
 * @param limit at most so many answers, best first
 */
@WireType("parley.location.geocode.v1")
public record Geocode(LookupId lookupId, String query, int limit, Instant createdAt, Instant expiresAt)
        implements LocationCommand {
    @Override
    @JsonIgnore
    public String normalizedQuery() {
        return "geocode:" + limit + ":" + query.strip().toLowerCase(Locale.ROOT);
    }
}
