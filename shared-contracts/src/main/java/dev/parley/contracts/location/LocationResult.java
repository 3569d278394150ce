package dev.parley.contracts.location;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.LookupId;

/** An answer of location-service, keyed like its question. */
public sealed interface LocationResult extends Event permits LocationsFound, PlacesFound, LookupFailed {
    LookupId lookupId();
}
