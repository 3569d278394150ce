/** How one goes on without something that is away, and finds it again. Owns nothing. */
@NullMarked
package dev.parley.platform.outage;

import org.jspecify.annotations.NullMarked;
