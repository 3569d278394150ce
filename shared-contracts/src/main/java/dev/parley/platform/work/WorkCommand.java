package dev.parley.platform.work;

import java.util.UUID;

/** What can be asked of the inbox. Commands of one lane take effect in their order. */
public sealed interface WorkCommand {

    /** The lane it is about. */
    String lane();

    /**
     * Here is work.
     *
     * @param interrupts whether it cancels what its lane holds open before it; a second delivery cancels nothing
     */
    record Put(NewWork work, boolean interrupts) implements WorkCommand {
        @Override
        public String lane() {
            return work.lane();
        }
    }

    /**
     * Nobody wants an item any more, whether it runs, waits, or has not been seen yet. Of an item that has ended: nothing.
     *
     * @param reason for people; told to the handler
     */
    record Cancel(UUID id, String lane, String reason) implements WorkCommand {}

    /** What an item was {@link Paused} for is there: it goes on. Of one that has ended, or does not wait: nothing. */
    record Resume(UUID id, String lane) implements WorkCommand {}

    /** All that a lane holds is cancelled, and payloads and tenants are erased: of what has ended at once, of the rest when it ends. */
    record Erase(String lane, String reason) implements WorkCommand {}
}
