package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Somebody who may own or use a conversation.
 *
 * @param id a user's id, or the SHA-256 of a visitor's session id in hex: the secret itself is never on the wire
 */
public record Principal(Kind kind, String id) {
    /** How a principal proves who it is. */
    public enum Kind {
        @JsonProperty("user")
        USER,
        @JsonProperty("session")
        SESSION
    }
}
