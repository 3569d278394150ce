package dev.parley.agent.model;

/**
 * Hears an answer. Called from any thread, one call at a time and in order; nothing follows a terminal call. It must not
 * block, because the threads that call it are few.
 */
public interface ModelListener {
    /** A further piece of the text, never empty. */
    void text(String piece);

    /** The end of an answer, or of as much of it as there was when it was cancelled. */
    void finished(ModelReply reply);

    /** The end without a whole answer. Retries, where they made sense, are behind it. */
    void failed(ModelFailure failure);
}
