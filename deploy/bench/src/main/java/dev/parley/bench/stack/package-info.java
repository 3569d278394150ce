/** What is measured: a fresh local stack and the LLM simulator behind it, each started as people do. */
@NullMarked
package dev.parley.bench.stack;

import org.jspecify.annotations.NullMarked;
