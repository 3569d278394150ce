package dev.parley.agent.memory;

/** Something that was said in a conversation. */
public record Said(Speaker speaker, String text) {
    /** Who said it. */
    public enum Speaker {
        USER,
        ASSISTANT;

        String column() {
            return this == USER ? "user" : "assistant";
        }
    }
}
