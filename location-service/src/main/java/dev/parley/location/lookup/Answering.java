package dev.parley.location.lookup;

import dev.parley.contracts.location.FindPlaces;
import dev.parley.contracts.location.Geocode;
import dev.parley.contracts.location.LocationCommand;
import dev.parley.contracts.location.LocationResult;
import dev.parley.contracts.location.LocationsFound;
import dev.parley.contracts.location.LookupFailed;
import dev.parley.contracts.location.PlacesFound;
import dev.parley.location.cache.Cached;
import dev.parley.location.place.Located;
import dev.parley.location.place.Lookups;
import dev.parley.location.place.Provider;
import dev.parley.location.place.Surroundings;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.PermanentFailure;
import org.springframework.stereotype.Component;

/** Words the answer to a question. */
@Component
class Answering {
    private static final String PROVIDER_FAILED = "provider_failed";

    private final Lookups lookups;

    Answering(Lookups lookups) {
        this.lookups = lookups;
    }

    /** @throws PermanentFailure when the question has no answer */
    LocationResult answer(LocationCommand command) {
        LookupRules.check(command);
        return switch (command) {
            case Geocode geocode -> located(geocode);
            case FindPlaces find -> found(find);
        };
    }

    private LocationsFound located(Geocode asked) {
        Cached<Located> located = lookups.geocode(asked.query(), asked.limit());
        return new LocationsFound(
                asked.lookupId(),
                asked.query(),
                located.value().locations(),
                lookups.geocoder().name(),
                located.cached());
    }

    private PlacesFound found(FindPlaces asked) {
        Cached<Surroundings> found = lookups.search(asked.what(), asked.area(), asked.radiusM(), asked.limit());
        Provider provider = lookups.places();
        return new PlacesFound(
                asked.lookupId(),
                asked.what(),
                found.value().area(),
                found.value().places(),
                provider.name(),
                provider.attribution(),
                found.cached());
    }

    /** The asker learns the kind of failure; what a provider's error says is for the log and the dead item. */
    static LookupFailed failed(LocationCommand command, Failure failure) {
        return switch (failure.code()) {
            case LookupRules.INVALID_REQUEST ->
                new LookupFailed(command.lookupId(), failure.code(), failure.detail(), false);
            case Failure.EXPIRED ->
                new LookupFailed(command.lookupId(), failure.code(), "The question waited too long to be asked.", true);
            default ->
                new LookupFailed(
                        command.lookupId(),
                        PROVIDER_FAILED,
                        "The provider of places did not answer as it should.",
                        true);
        };
    }
}
