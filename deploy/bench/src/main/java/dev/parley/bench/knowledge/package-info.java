/** Documents: how fast they are taken in, whom that delays, and how fast they are searched. Owns no process. */
@NullMarked
package dev.parley.bench.knowledge;

import org.jspecify.annotations.NullMarked;
