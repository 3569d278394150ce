package dev.parley.conversation.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param enabled whether this replica may publish the event stream
 * @param slot the replication slot; whoever holds it publishes, the others wait
 * @param publication what of the database is published to the slot
 * @param pollInterval how long the relay waits for changes before it looks again
 * @param recreateSlot whether a slot that was lost may be made anew
 * @param leftBehindAfter how old a row of the outbox is when the reconciler looks after it
 * @param reconcileInterval how often it looks
 */
@ConfigurationProperties("parley.conversation.stream")
record StreamSettings(
        boolean enabled,
        String slot,
        String publication,
        Duration pollInterval,
        boolean recreateSlot,
        Duration leftBehindAfter,
        Duration reconcileInterval) {}
