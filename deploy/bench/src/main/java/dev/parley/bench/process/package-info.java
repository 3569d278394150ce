/** What processes cost: CPU time and resident memory, read from {@code /proc}. */
@NullMarked
package dev.parley.bench.process;

import org.jspecify.annotations.NullMarked;
