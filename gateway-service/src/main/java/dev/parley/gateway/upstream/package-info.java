/**
 * The services behind the gateway: their names, the addresses of their replicas, whose turn it is, and small requests to their management ports.
 * Reads parley.gateway.upstream.
 */
@NullMarked
package dev.parley.gateway.upstream;

import org.jspecify.annotations.NullMarked;
