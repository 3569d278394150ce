/** What became of people: the facts of {@code identity.events}. */
@NullMarked
package dev.parley.contracts.identity;

import org.jspecify.annotations.NullMarked;
