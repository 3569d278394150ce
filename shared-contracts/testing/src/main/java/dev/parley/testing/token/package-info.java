/** Access tokens for tests, and the key that verifies them. */
@NullMarked
package dev.parley.testing.token;

import org.jspecify.annotations.NullMarked;
