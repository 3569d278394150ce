/** The stable names of everything that can go wrong at the edge (RFC 9457). */
@NullMarked
package dev.parley.contracts.problem;

import org.jspecify.annotations.NullMarked;
