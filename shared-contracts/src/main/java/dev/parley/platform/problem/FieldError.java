package dev.parley.platform.problem;

/**
 * One field of a request that is not as it should be.
 *
 * @param field its path as the client wrote it: {@code items[2].unit_price}, or the name of a query parameter
 * @param message what is accepted, in words for a person
 */
public record FieldError(String field, String message) {}
