/** The metrics of all services as one document in Prometheus' text format. Reads the services' management ports and its own registry. */
@NullMarked
package dev.parley.gateway.metrics;

import org.jspecify.annotations.NullMarked;
