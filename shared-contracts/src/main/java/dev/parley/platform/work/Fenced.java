package dev.parley.platform.work;

/** The item is no longer this run's: it was taken over, or the lease could not be renewed. Not a failure of the item. */
public final class Fenced extends RuntimeException {

    public Fenced(String message) {
        super(message);
    }
}
