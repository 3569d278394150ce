package dev.parley.gateway.backing;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on when it is told to. */
public final class SetTime implements TimeMeter {

    private final AtomicLong nanos = new AtomicLong(Duration.ofDays(1).toNanos());

    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public long currentTimeNanos() {
        return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
