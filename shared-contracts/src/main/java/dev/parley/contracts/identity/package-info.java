/** What became of people and their sign-ins: the facts of {@code identity.events} and {@code identity.sign-ins}. */
@NullMarked
package dev.parley.contracts.identity;

import org.jspecify.annotations.NullMarked;
