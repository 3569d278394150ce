package dev.parley.platform.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody who is signed in may do. */
public enum Role {
    @JsonProperty("user")
    USER,
    @JsonProperty("admin")
    ADMIN
}
