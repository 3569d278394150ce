/**
 * Follows turns on {@code chat.turn-stream}: one live tail for all connections, a catch-up reader for what a client has
 * missed, and the two spliced by offset. Owns nothing: a stream's place is its place on the log.
 */
@NullMarked
package dev.parley.chat.stream;

import org.jspecify.annotations.NullMarked;
