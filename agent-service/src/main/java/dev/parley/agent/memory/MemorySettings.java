package dev.parley.agent.memory;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much of a conversation is remembered word by word, from its end; what was before is summed up.
 *
 * @param maxMessages so many messages
 * @param maxCharacters of so much text together; the newest message is always there
 */
@ConfigurationProperties("parley.agent.memory")
record MemorySettings(int maxMessages, int maxCharacters) {
    Window window() {
        return new Window(maxMessages, maxCharacters);
    }
}
