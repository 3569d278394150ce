/** A key management service for tests, which speaks over HTTP as the real one does. */
@NullMarked
package dev.parley.testing.kms;

import org.jspecify.annotations.NullMarked;
