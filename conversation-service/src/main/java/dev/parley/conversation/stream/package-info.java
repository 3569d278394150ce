/**
 * Gets what was stored on the log: the outbox, and Debezium, which follows it in the write-ahead log. Owns outbox and
 * outbox_heartbeat, the replication slot and the publication; writes {@code conversation.events}.
 */
@NullMarked
package dev.parley.conversation.stream;

import org.jspecify.annotations.NullMarked;
