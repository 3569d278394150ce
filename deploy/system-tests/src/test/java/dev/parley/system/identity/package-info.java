/** People with accounts: how they sign in, and what nobody else gets to see of theirs. */
@NullMarked
package dev.parley.system.identity;

import org.jspecify.annotations.NullMarked;
