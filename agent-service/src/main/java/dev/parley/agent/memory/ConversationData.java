package dev.parley.agent.memory;

import dev.parley.contracts.id.ConversationId;

/** Something that is kept about conversations, and goes with them. */
public interface ConversationData {
    /** Removes all of it, within the caller's transaction. */
    void erase(ConversationId conversation);
}
