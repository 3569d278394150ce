package dev.parley.agent.model;

/** Hears one try. */
public interface StreamListener extends ModelListener {
    /** Something came that is no text, such as a part of a tool request: the provider has not stalled. */
    void alive();
}
