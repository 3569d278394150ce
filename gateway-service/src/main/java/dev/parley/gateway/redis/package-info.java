/** The connection to Redis, where there is one, and how it is. Reads parley.gateway.redis; owns no key. */
@NullMarked
package dev.parley.gateway.redis;

import org.jspecify.annotations.NullMarked;
