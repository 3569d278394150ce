/** Reads and writes topics in tests with plain clients, as other people's programs would. */
@NullMarked
package dev.parley.testing.topic;

import org.jspecify.annotations.NullMarked;
