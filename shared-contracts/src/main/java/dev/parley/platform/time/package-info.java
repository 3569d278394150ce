/** Where time and ids come from, injected, so that tests hold both in their hands. */
@NullMarked
package dev.parley.platform.time;

import org.jspecify.annotations.NullMarked;
