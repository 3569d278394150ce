package dev.parley.contracts.location;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.LookupId;
import java.time.Instant;

/** A question to location-service, keyed by its normalised query. The answer carries its {@link #lookupId()}. */
public sealed interface LocationCommand extends Event permits Geocode, FindPlaces {
    LookupId lookupId();

    /** After this the asker does not wait any more, and the lookup fails as {@code expired}. */
    Instant expiresAt();

    /** Equal for questions that have the same answer: the key of the record, the lane of the work, the key of the cache. */
    String normalizedQuery();
}
