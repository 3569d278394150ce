/**
 * How events get on and off the log: JSON and headers, one producer that is waited for, listeners that never lose a
 * record, dead letters, and the creation of topics. Writes the dead-letter topics.
 */
@NullMarked
package dev.parley.platform.messaging;

import org.jspecify.annotations.NullMarked;
