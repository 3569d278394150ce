package dev.parley.agent.location;

import dev.parley.contracts.location.LocationsFound;
import dev.parley.contracts.location.PlacesFound;
import java.util.concurrent.CompletableFuture;

/**
 * What location-service knows. Thread-safe; thousands of questions may wait at once.
 *
 * <p>Every future ends by the asking's deadline; without an answer it fails with a {@link LookupException}.
 */
public interface Places {
    /** Where something of this name is, best match first. */
    CompletableFuture<LocationsFound> whereIs(Asking asking, String name, int limit);

    /** What of a kind there is around the middle of an area, best first. */
    CompletableFuture<PlacesFound> find(Asking asking, String what, String area, int radiusM, int limit);
}
