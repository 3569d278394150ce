/** How much a request may ask of the gateway: the size of its body. Reads parley.max-request-bytes and the routes' own limits. */
@NullMarked
package dev.parley.gateway.limit;

import org.jspecify.annotations.NullMarked;
