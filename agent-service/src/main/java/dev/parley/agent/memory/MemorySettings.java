package dev.parley.agent.memory;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much of a conversation a model is reminded of, from its end.
 *
 * @param maxMessages at most so many messages
 * @param maxCharacters of at most so much text together; the newest message is always there
 */
@ConfigurationProperties("parley.agent.memory")
record MemorySettings(int maxMessages, int maxCharacters) {}
