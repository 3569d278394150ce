package dev.parley.chat.stream;

import dev.parley.contracts.id.TurnId;
import dev.parley.platform.messaging.TailConsumers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** The one live tail of this replica, on the partitions that have readers and for a minute after. Thread-safe. */
@Component
final class StreamTail implements SmartLifecycle {
    private static final long PATIENCE_SECONDS = 5;

    private final TailLoop loop;
    private volatile boolean running;

    StreamTail(TailConsumers consumers, StreamSettings settings) {
        this.loop = new TailLoop(consumers, settings.bufferedEvents());
    }

    /**
     * From now on, what is written for a turn is kept for the reader; where "now" is on the log, the subscription says.
     *
     * @throws DataAccessResourceFailureException when the log cannot be reached
     */
    Subscription subscribe(TurnId turn, int partition) {
        CompletableFuture<Subscription> subscribed = loop.subscribe(turn.toString(), partition);
        try {
            return subscribed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            var _ = subscribed.thenAccept(Subscription::close);
            throw new DataAccessResourceFailureException("The turn stream cannot be followed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamCut();
        }
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
