package dev.parley.conversation.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What can be seen of the outbox and its slot from outside. Reading a gauge never asks the database. */
@Component
class OutboxWatch {
    private final OutboxFigures figures;
    private final ReplicationSlots slots;
    private final StreamSettings settings;
    private volatile OutboxFigures.Figures outbox = OutboxFigures.Figures.NOTHING;
    private volatile SlotState slot = SlotState.MISSING;

    OutboxWatch(
            OutboxFigures figures,
            ReplicationSlots slots,
            SlotGuard guard,
            StreamSettings settings,
            MeterRegistry meters) {
        this.figures = figures;
        this.slots = slots;
        this.settings = settings;
        register(meters, guard);
    }

    private void register(MeterRegistry meters, SlotGuard guard) {
        Gauge.builder("parley.outbox.waiting", () -> outbox.waiting())
                .description("Rows that are not published yet")
                .register(meters);
        TimeGauge.builder("parley.outbox.oldest.age", () -> outbox.oldest().toMillis(), TimeUnit.MILLISECONDS)
                .description("How long the first of them waits")
                .register(meters);
        Gauge.builder("parley.outbox.refused", () -> outbox.refused())
                .description("Rows that their topics will never take as they are")
                .register(meters);
        Gauge.builder("parley.outbox.slot.lag", () -> slot.lag())
                .description("What the server keeps of its write-ahead log for the outbox' reader")
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("parley.outbox.slot.lost", () -> guard.wasLost() ? 1 : 0)
                .description("1 when the slot has lost something, and a person has to decide")
                .register(meters);
    }

    void measure() {
        outbox = figures.now();
        slot = slots.find(settings.slot());
    }

    OutboxFigures.Figures outbox() {
        return outbox;
    }

    SlotState slot() {
        return slot;
    }
}
