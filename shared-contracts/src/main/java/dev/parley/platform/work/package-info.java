/**
 * Slow work: a durable inbox, lanes that keep order, leases, fences, retries and dead items, so that no model or map call
 * ever runs on a Kafka thread. Owns the tables {@code work*} and {@code worker} of the schema {@code platform}, which nobody else
 * reads or writes. The page {@code WORK.md} beside the module's pom shows the states.
 */
@NullMarked
package dev.parley.platform.work;

import org.jspecify.annotations.NullMarked;
