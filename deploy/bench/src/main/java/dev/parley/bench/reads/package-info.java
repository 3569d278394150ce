/** Reads of a list of conversations, as many as go. */
@NullMarked
package dev.parley.bench.reads;

import org.jspecify.annotations.NullMarked;
