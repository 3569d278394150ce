package dev.parley.agent.model;

/** An answer under way. Thread-safe. */
public interface ModelCall {
    /**
     * Ends the answer, also before its first token: {@link ModelListener#finished} follows within moments with
     * {@link StopReason#CANCELLED} and what was said so far, and the provider's connection is closed. Does nothing when the
     * answer has ended, and nothing the second time.
     */
    void cancel();
}
