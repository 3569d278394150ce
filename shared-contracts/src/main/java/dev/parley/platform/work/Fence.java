package dev.parley.platform.work;

/** Tells a run whether the item is still its own. Safe for many threads. */
public interface Fence {

    /**
     * Whether the lease is ours: asked before each call to another system and before each send. Costs nothing. False
     * while the worker could not renew its lease for 4 s, and for good once the item was taken away.
     */
    boolean holds();

    /**
     * Goes on only when the lease is ours.
     *
     * @throws Fenced when it is not
     */
    default void require() {
        if (!holds()) {
            throw new Fenced("the lease is not held");
        }
    }

    /**
     * Locks the item in the caller's transaction, so that nobody can take it over before that ends: the first statement
     * of every transaction in which a handler writes. The transaction is cut off by the database when it idles for 4 s.
     *
     * @throws Fenced when the item is not ours: roll back
     * @throws IllegalStateException without a transaction
     */
    void requireInTransaction();
}
