/** Who did what that security depends on: the facts of {@code audit.events}. */
@NullMarked
package dev.parley.contracts.audit;

import org.jspecify.annotations.NullMarked;
