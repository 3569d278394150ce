package dev.parley.conversation.stream;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Tells how the event stream is. It decides about nothing: conversations are stored and read without it. */
@Component
class OutboxHealthIndicator extends AbstractHealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final OutboxWatch watch;
    private final SlotGuard guard;

    OutboxHealthIndicator(OutboxWatch watch, SlotGuard guard) {
        this.watch = watch;
        this.guard = guard;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(guard.wasLost() ? DEGRADED : Status.UP)
                .withDetail("waiting", watch.outbox().waiting())
                .withDetail("oldest_seconds", watch.outbox().oldest().toSeconds())
                .withDetail("refused", watch.outbox().refused())
                .withDetail("slot_lag_bytes", watch.slot().lag());
        if (guard.wasLost()) {
            builder.withDetail("slot", guard.whatToDo());
        }
    }
}
