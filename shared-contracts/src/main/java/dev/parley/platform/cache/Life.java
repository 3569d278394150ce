package dev.parley.platform.cache;

import java.time.Duration;
import java.util.Optional;

/** How long what is kept is good for. */
public interface Life<T> {
    /** The whole time of a new answer; zero: it is not kept. */
    Duration of(T answer);

    /**
     * What is still good of an answer at an age, for answers whose parts are good for different times; empty: nothing is. As
     * stored, it is whole until the whole time is over: what must not be stored for so long belongs into a cache of its own.
     */
    default Optional<T> at(T answer, Duration age) {
        return Optional.of(answer);
    }

    /** The same for all. */
    static <T> Life<T> constant(Duration time) {
        return _ -> time;
    }
}
