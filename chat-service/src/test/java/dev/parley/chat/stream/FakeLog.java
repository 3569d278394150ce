package dev.parley.chat.stream;

import dev.parley.contracts.id.TurnId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** A log that is written and broken by hand. A poll waits as a real one does, until something comes or it is woken. */
final class FakeLog extends MockConsumer<String, byte[]> {
    private static final Duration NAP = Duration.ofMillis(5);

    private final AtomicReference<@Nullable KafkaException> failure = new AtomicReference<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    FakeLog() {
        super("none");
    }

    void write(int partition, long offset, TurnId turn) {
        addRecord(TailLoopTest.delta(partition, offset, turn));
    }

    void fail(KafkaException once) {
        setPollException(once);
    }

    void failAlways(KafkaException always) {
        failure.set(always);
    }

    void failNoMore() {
        failure.set(null);
    }

    int failures() {
        return failures.get();
    }

    @Override
    public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
        KafkaException broken = failure.get();
        if (broken != null) {
            failures.incrementAndGet();
            throw broken;
        }
        ConsumerRecords<String, byte[]> polled = super.poll(timeout);
        nap(polled);
        return polled;
    }

    /** Not for as long as a real one: a wake-up of this one is seen by the next poll. */
    private void nap(ConsumerRecords<String, byte[]> polled) {
        try {
            if (polled.isEmpty()) {
                var _ = never.await(NAP.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
