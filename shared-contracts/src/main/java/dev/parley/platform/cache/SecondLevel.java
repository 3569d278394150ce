package dev.parley.platform.cache;

import java.time.Duration;

/**
 * Where all replicas find what one of them has asked for, and agree on who asks. Who asks has a claim, with a token of its own,
 * which holds for a while unless it is renewed; an answer is kept only while the claim is the asker's. Thread-safe.
 */
interface SecondLevel {
    /** What became of looking for an answer. */
    sealed interface Look {
        /** @param goodFor the rest of its time, by the clock of the second level */
        record Kept(byte[] body, Duration goodFor) implements Look {}

        /** There is none: whoever has looked has the claim now. */
        record Claimed() implements Look {}

        /** There is none, and somebody else has the claim. */
        record Awaited() implements Look {}
    }

    Look look(EntryKey key, String token, Duration claim);

    /** Takes the claim for a new answer although there is one. @return false when somebody else has it */
    boolean claim(EntryKey key, String token, Duration claim);

    /** @return false when the claim is another one's, or nobody's */
    boolean renew(EntryKey key, String token, Duration claim);

    /** Keeps an answer and gives the claim back. @return false when the claim is another one's, or nobody's: nothing is kept */
    boolean keep(EntryKey key, String token, byte[] body, Duration goodFor);

    /** Gives a claim back, if it is still there, without an answer. */
    void release(EntryKey key, String token);

    /** Removes all answers of a tenant, and takes its claims away, so that what is being asked for is not kept. */
    void forget(String tenant);

    /** Removes some that are not good any more, where they do not go by themselves. @return how many */
    int tidy();
}
