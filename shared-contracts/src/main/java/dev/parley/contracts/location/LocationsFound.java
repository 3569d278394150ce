package dev.parley.contracts.location;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.LookupId;
import java.util.List;

/**
 * Where it is, best match first; empty when nothing of that name is known.
 *
 * @param provider who answered, such as {@code gazetteer}
 */
@WireType("parley.location.locations_found.v1")
public record LocationsFound(LookupId lookupId, String query, List<Location> locations, String provider, boolean cached)
        implements LocationResult {}
