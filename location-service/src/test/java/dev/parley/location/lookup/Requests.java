package dev.parley.location.lookup;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.LookupId;
import dev.parley.contracts.location.FindPlaces;
import dev.parley.contracts.location.Geocode;
import dev.parley.contracts.location.LocationCommand;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.messaging.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Questions, as askers make them. */
final class Requests {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Requests() {}

    static Geocode geocode(String query, int limit) {
        Instant now = Instant.now();
        return new Geocode(new LookupId(UUID.randomUUID()), query, limit, now, now.plus(PATIENCE));
    }

    static FindPlaces findPlaces(String what, String area, int radiusM, int limit) {
        Instant now = Instant.now();
        return new FindPlaces(new LookupId(UUID.randomUUID()), what, area, radiusM, limit, now, now.plus(PATIENCE));
    }

    static Received<LocationCommand> received(LocationCommand command) {
        Instant now = Instant.now();
        return received(command, now, now);
    }

    /** As it comes from somebody who has another time than the log. */
    static Received<LocationCommand> received(LocationCommand command, Instant written, Instant loggedAt) {
        return new Received<>(
                command,
                command.lookupId().value(),
                Event.typeOf(command.getClass()),
                command.normalizedQuery(),
                0,
                0,
                written,
                loggedAt,
                null,
                WireJson.write(command));
    }
}
