package dev.parley.platform.work;

/** Leave to make one call, until it is closed or its worker is silent for longer than its lease. */
@FunctionalInterface
public interface Permit extends AutoCloseable {

    /** Gives it back. More than once is once. */
    @Override
    void close();
}
