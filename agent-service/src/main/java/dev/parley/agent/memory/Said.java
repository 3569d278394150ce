package dev.parley.agent.memory;

/** Something that was said in a conversation. */
public record Said(Speaker speaker, String text) {
    /** Who said it. */
    public enum Speaker {
        USER,
        ASSISTANT;

        static Speaker of(String column) {
            return column.equals("user") ? USER : ASSISTANT;
        }

        String column() {
            return this == USER ? "user" : "assistant";
        }
    }
}
