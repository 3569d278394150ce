/**
 * How much may be asked of the gateway: the size of a body, requests in a minute, answers open at once. Reads
 * parley.max-request-bytes, parley.gateway.limit and the routes' own limits. Owns {@code parley:limit:*} in Redis.
 */
@NullMarked
package dev.parley.gateway.limit;

import org.jspecify.annotations.NullMarked;
