/**
 * The background work of all services, for administrators. Owns nothing: asks each service for its own, with the
 * administrator's token. Reads parley.conversation.work.
 */
@NullMarked
package dev.parley.conversation.work;

import org.jspecify.annotations.NullMarked;
