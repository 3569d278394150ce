package dev.parley.local.stack;

/** What people are told while the stack starts, runs and stops. Called from many threads. */
public interface Progress {

    void ready(Part part, double seconds);

    void stopped(Part part, double seconds);

    /** A part ended that should run. */
    void died(Part part, String ending, String next);

    void say(String line);
}
