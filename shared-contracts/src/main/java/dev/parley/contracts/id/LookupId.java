package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One question to location-service. A UUID, derived from what asks so that a repeat asks the same; a bare string on the wire. */
public record LookupId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LookupId {}

    /** @throws IllegalArgumentException when the text is no UUID */
    public static LookupId parse(String text) {
        return new LookupId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
