/**
 * Who calls: somebody who is signed in, by the access token, or the visitor behind a session id. No controller is reached
 * without either unless it says so. Owns no data; reads the {@code Authorization} and {@code X-Session-Id} headers,
 * {@code ?session_id=}, and the keys that conversation-service and configured other issuers publish. A session id is a secret: it is hashed here and
 * goes no further.
 */
@NullMarked
package dev.parley.platform.security;

import org.jspecify.annotations.NullMarked;
