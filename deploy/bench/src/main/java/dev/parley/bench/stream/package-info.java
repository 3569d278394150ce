/** Answers that stream: asks for many at once, reads the numbered tokens, and accounts for each. Owns no process. */
@NullMarked
package dev.parley.bench.stream;

import org.jspecify.annotations.NullMarked;
