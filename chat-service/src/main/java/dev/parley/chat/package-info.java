/** The live side of Parley: it accepts turns, relays them while they are answered, and says what has become of them. */
@NullMarked
package dev.parley.chat;

import org.jspecify.annotations.NullMarked;
