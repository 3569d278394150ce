package dev.parley.platform.work;

import java.util.List;

/** Where work arrives. Safe for many threads. */
public interface Inbox {

    /**
     * Stores a batch durably, in one statement, within the caller's transaction when there is one. Items of one lane run
     * in the order of the list. An id that is open already is left alone; one that has ended sends its result again
     * ({@link WorkHandler#resend}). The workers of this replica are woken after the commit.
     *
     * <p>A transaction around it should be short: until it ends, the lanes it puts into do not move on.
     *
     * @throws org.springframework.dao.DataAccessException when nothing of the batch was stored
     */
    default void put(List<NewWork> batch) {
        apply(batch.stream().map(work -> new WorkCommand.Put(work, false)).toList());
    }

    /**
     * Carries out commands in their order, all or none, within the caller's transaction when there is one. What is
     * cancelled while it waits ends at once, without waiting for its lane; who runs it is told within milliseconds.
     *
     * @throws org.springframework.dao.DataAccessException when nothing has changed
     */
    void apply(List<? extends WorkCommand> commands);
}
