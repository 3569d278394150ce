/**
 * Secrets at rest: what is kept for others, such as signing keys and the credentials of connectors, is sealed before it goes to
 * a database. Owns master_key; reads {@code SECRET_KEY} and {@code SECRET_KEY_PREVIOUS}.
 */
@NullMarked
package dev.parley.platform.secret;

import org.jspecify.annotations.NullMarked;
