/** The connection to Redis, where there is one, and how it is. Reads parley.redis; owns no key. */
@NullMarked
package dev.parley.platform.redis;

import org.jspecify.annotations.NullMarked;
