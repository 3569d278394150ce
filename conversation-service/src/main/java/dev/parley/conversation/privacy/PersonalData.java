package dev.parley.conversation.privacy;

import java.io.IOException;
import java.util.UUID;

/** Something that is kept about people: they can take it along, and it goes with them. */
public interface PersonalData {
    /** About how many lines {@link #copyTo} will write. */
    long count(UUID user);

    /** Writes all of it, a page at a time: never is all of it in memory, nor is a connection held in between. */
    void copyTo(Archive archive, UUID user) throws IOException;

    /**
     * Erases the next piece of it, within the caller's transaction.
     *
     * @return false when there was nothing left
     */
    boolean eraseNext(UUID user);
}
