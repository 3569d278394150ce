package dev.parley.agent.tool;

/** Where a call tells of itself while it runs. Thread-safe. */
public interface ToolOutput {
    /** Nobody listens. */
    ToolOutput UNHEARD = new ToolOutput() {
        @Override
        public void say(String piece) {}

        @Override
        public void progress(String stage, double share) {}
    };

    /** A piece of text for the user, in order. */
    void say(String piece);

    /** @param share 0…1 of all that is to be done */
    void progress(String stage, double share);
}
