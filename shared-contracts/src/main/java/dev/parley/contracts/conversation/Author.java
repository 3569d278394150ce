package dev.parley.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message.
 *
 * @param id the person's or persona's id; absent for the default assistant
 */
public record Author(
        Kind kind, @Nullable String id, @Nullable String displayName) {
    /** A person, or a virtual user. */
    public enum Kind {
        @JsonProperty("human")
        HUMAN,
        @JsonProperty("virtual")
        VIRTUAL
    }
}
