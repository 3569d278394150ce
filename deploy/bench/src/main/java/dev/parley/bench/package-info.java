/** The benchmark: what a token costs, how late it comes, and how many streams hold. */
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
