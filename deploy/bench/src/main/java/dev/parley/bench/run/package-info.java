/** The command: which parts are measured, in which order, and the search for the most streams that hold. */
@NullMarked
package dev.parley.bench.run;

import org.jspecify.annotations.NullMarked;
