/** What was measured, for people: a section of {@code results.md} and a chart. */
@NullMarked
package dev.parley.bench.report;

import org.jspecify.annotations.NullMarked;
