/**
 * Who calls: the visitor behind a session id (people with tokens come with the accounts). Owns no data; reads the
 * {@code Authorization} and {@code X-Session-Id} headers and {@code ?session_id=}. A session id is a secret: it is hashed
 * here and goes no further.
 */
@NullMarked
package dev.parley.platform.security;

import org.jspecify.annotations.NullMarked;
