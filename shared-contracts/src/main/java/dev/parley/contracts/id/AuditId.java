package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An entry of the audit log. A UUID of version 7; a bare string on the wire. */
public record AuditId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AuditId {}

    /** @throws IllegalArgumentException when the text is no UUID */
    public static AuditId parse(String text) {
        return new AuditId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
