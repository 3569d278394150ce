/** What happens when a part fails, and how one finds out. */
@NullMarked
package dev.parley.system.fault;

import org.jspecify.annotations.NullMarked;
