/** Proof of the parts of streams. */
@NullMarked
package dev.parley.chat.stream;

import org.jspecify.annotations.NullMarked;
