/** The real Kafka server, one KRaft node on loopback. Owns the broker's data folder; reads and writes nothing else. */
@NullMarked
package dev.parley.local.broker;

import org.jspecify.annotations.NullMarked;
