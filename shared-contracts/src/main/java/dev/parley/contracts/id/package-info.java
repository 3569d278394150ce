/** Identifiers as types, so that a turn is never passed where a conversation is meant. */
@NullMarked
package dev.parley.contracts.id;

import org.jspecify.annotations.NullMarked;
