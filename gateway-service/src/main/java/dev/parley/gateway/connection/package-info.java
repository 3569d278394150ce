/**
 * Connections of clients: how slow one may be, and how many one address may have. Reads parley.gateway.connection. Owns no data.
 */
@NullMarked
package dev.parley.gateway.connection;

import org.jspecify.annotations.NullMarked;
