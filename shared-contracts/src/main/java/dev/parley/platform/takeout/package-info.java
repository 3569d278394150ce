/**
 * What a service keeps of people, handed to conversation-service for whoever takes all of it along: over HTTP, since the log would
 * keep it. A feature says what is its own, with a {@link dev.parley.platform.takeout.KeptData}.
 */
@NullMarked
package dev.parley.platform.takeout;

import org.jspecify.annotations.NullMarked;
