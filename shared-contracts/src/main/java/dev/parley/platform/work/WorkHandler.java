package dev.parley.platform.work;

/**
 * Does the work of one kind. One bean per kind; every call is on a virtual thread of its own, many at once, and within the
 * trace of the item. A thread is interrupted when its item's deadline passes, or when the replica has to go.
 *
 * <p>No call holds a database connection unless the handler takes one. Whatever a call writes goes into transactions that
 * begin with {@link Fence#requireInTransaction}; whatever it sends is preceded by {@link Fence#require}.
 */
public interface WorkHandler {

    WorkKind kind();

    /**
     * Does the work. To return is to be done. It may be called again after a crash, at any place in it.
     *
     * @throws RetryLater when it has to wait for something
     * @throws PermanentFailure when trying again is of no use
     * @throws Fenced when the item is no longer ours: somebody else has it or will have it
     * @throws Exception anything else: a failure, retried with growing, random pauses
     */
    void run(WorkItem item) throws Exception;

    /** Somebody asked again for what has ended: sends the result or the error again, as it was. Retried until it returns. */
    void resend(WorkItem item) throws Exception;

    /**
     * Ends the work as failed, as visibly as a success would be. Then the item is dead. Retried until it returns.
     *
     * @param failure why: the handler's own {@link PermanentFailure}, or one of the codes in {@link Failure}
     */
    void giveUp(WorkItem item, Failure failure) throws Exception;

    /**
     * Ends work that nobody wants any more: it was cancelled before it began, or its run threw when it was told, or the
     * worker that ran it was lost. Retried until it returns. Where nothing is said of it, it is given up.
     */
    default void cancelled(WorkItem item) throws Exception {
        giveUp(item, new Failure(Failure.CANCELLED, item.cancellation().reason()));
    }
}
