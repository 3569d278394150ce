/** The event stream for data teams: what became of every conversation, in order, without token deltas. */
@NullMarked
package dev.parley.contracts.conversation;

import org.jspecify.annotations.NullMarked;
