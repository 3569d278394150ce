/**
 * Measures what the model simulator itself costs and how late its tokens are, by hand: no test runs it. Starts a simulator as a
 * process of its own, opens streams to it from this one, prints figures and ends both.
 */
@NullMarked
package dev.parley.simulator.llm.measure;

import org.jspecify.annotations.NullMarked;
