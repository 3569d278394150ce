package dev.parley.testing.architecture.examples.plain;

import org.junit.jupiter.api.Disabled;

/** No test: it only looks like one that sleeps and one that is switched off. */
final class LazyTests {
    @Disabled
    void off() {}

    void slow() throws InterruptedException {
        Thread.sleep(1);
    }
}
