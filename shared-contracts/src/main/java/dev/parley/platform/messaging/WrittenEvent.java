package dev.parley.platform.messaging;

import java.util.UUID;

/**
 * An event that was written as JSON before, perhaps by a version that knew more types, and is about to be sent.
 *
 * @param topic the topic's name
 * @param id equal for the same event sent again
 * @param type the name on the wire
 */
public record WrittenEvent(String topic, String key, UUID id, String type, byte[] body) {}
