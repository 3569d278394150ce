/** Receives the spans of all services by OTLP over HTTP. Owns data/traces.jsonl. */
@NullMarked
package dev.parley.local.trace;

import org.jspecify.annotations.NullMarked;
