package dev.parley.gateway.health;

import dev.parley.gateway.metrics.Exposition;
import java.util.Map;

/**
 * What one replica of a service says of itself.
 *
 * @param address where it is, for administrators
 * @param parts what it stands on, by the part's name, as far as it has it
 * @param figures of its pools and caches
 */
record ReplicaHealth(String service, String address, Seen itself, Map<Part, Seen> parts, Exposition figures) {}
