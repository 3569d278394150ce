package dev.parley.conversation.stream;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import io.opentelemetry.context.Context;

/**
 * An event that is to be published.
 *
 * @param trace what it belongs to
 */
public record Announcement(Topic topic, String key, Event event, Context trace) {}
