package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One question and its answer. A UUID of version 7; a bare string on the wire. */
public record TurnId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TurnId {}

    /** @throws IllegalArgumentException when the text is no UUID */
    public static TurnId parse(String text) {
        return new TurnId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
