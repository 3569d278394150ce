package dev.parley.chat.stream;

import dev.parley.contracts.id.TurnId;
import dev.parley.platform.messaging.TailConsumers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** The one live tail of this replica, on the partitions that have readers and for a minute after. Thread-safe. */
@Component
final class StreamTail implements SmartLifecycle {
    private static final int MAX_POLL_RECORDS = 5_000;
    // The first event of a partition that has just been added waits for what was asked of the others.
    private static final Duration LONGEST_FETCH = Duration.ofMillis(100);
    private static final long PATIENCE_SECONDS = 3;

    private final TailLoop loop;
    private final CatchUpReader catchUp;
    private volatile boolean running;

    StreamTail(TailConsumers consumers, CatchUpReader catchUp, StreamSettings settings) {
        this.loop =
                new TailLoop(consumers.create("stream-tail", MAX_POLL_RECORDS, LONGEST_FETCH), settings.bufferLimits());
        this.catchUp = catchUp;
    }

    /**
     * From now on, what is written for a turn is kept for the reader; where "now" is on the log, the subscription says. Where
     * the log ends is looked up here, for the tail itself never waits.
     *
     * @throws DataAccessResourceFailureException when the tail cannot be reached
     */
    Subscription subscribe(TurnId turn, int partition) {
        String reader = turn.toString();
        return await(loop.join(reader, partition), joined -> joined.ifPresent(Subscription::close))
                .orElseGet(() -> follow(reader, partition));
    }

    private Subscription follow(String reader, int partition) {
        return await(loop.follow(reader, partition, catchUp.endOf(partition)), Subscription::close);
    }

    /** @param late what to do with an answer that comes when nobody waits for it any more */
    private <T> T await(CompletableFuture<T> answer, Consumer<T> late) {
        try {
            if (!loop.isStopping()) {
                return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (TimeoutException | ExecutionException e) {
            var _ = answer.thenAccept(late);
            throw new DataAccessResourceFailureException("The turn stream cannot be followed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var _ = answer.thenAccept(late);
            throw new DataAccessResourceFailureException("Interrupted while waiting for the tail", e);
        }
        throw new DataAccessResourceFailureException("This replica stops");
    }

    @Override
    public void start() {
        running = true;
        loop.start();
    }

    /** Before the web server waits for its open requests: streams end here and go on at another replica. */
    @Override
    public void stop() {
        running = false;
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
