package dev.parley.platform.takeout;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of what a service hands over.
 *
 * @param file that it belongs to; absent in the last one
 * @param line of JSON, where it is one
 * @param bytes where it is what somebody has brought
 */
public record Piece(@Nullable String file, @Nullable JsonNode line, byte @Nullable [] bytes) {
    static final Piece END = new Piece(null, null, null);
}
