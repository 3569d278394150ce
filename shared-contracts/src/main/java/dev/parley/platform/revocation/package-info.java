/**
 * Access tokens end with their sign-in, and while their account is locked. Reads {@code identity.events} and
 * {@code identity.sign-ins} whole, at every replica; owns no data.
 */
@NullMarked
package dev.parley.platform.revocation;

import org.jspecify.annotations.NullMarked;
