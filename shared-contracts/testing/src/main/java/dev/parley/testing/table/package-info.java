/** Looks through databases in tests, whatever tables there are. */
@NullMarked
package dev.parley.testing.table;

import org.jspecify.annotations.NullMarked;
