package dev.parley.platform.security;

/** What somebody who is signed in may do. */
public enum Role {
    USER,
    ADMIN
}
