package dev.parley.platform.cache;

/**
 * An answer.
 *
 * @param cached whether nobody was asked for it just now
 */
public record Found<T>(T value, boolean cached) {}
