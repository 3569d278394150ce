/**
 * Background work that people ask for: its status, progress, events and cancellation, whatever it does. A feature adds a kind
 * with one class, a {@link dev.parley.agent.job.JobKind}. Owns job; runs on the work runtime.
 */
@NullMarked
package dev.parley.agent.job;

import org.jspecify.annotations.NullMarked;
