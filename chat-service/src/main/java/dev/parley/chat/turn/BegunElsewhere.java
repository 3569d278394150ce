package dev.parley.chat.turn;

/** Somebody else was first to begin a conversation. */
public final class BegunElsewhere extends RuntimeException {
    public BegunElsewhere() {
        super("the conversation was begun elsewhere meanwhile");
    }
}
