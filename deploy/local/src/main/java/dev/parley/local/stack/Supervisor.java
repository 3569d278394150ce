package dev.parley.local.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Starts all parts at once, notices which end, and stops them tier by tier. Between these it sleeps: nothing is polled
 * but the size of logs, a few times a minute.
 */
public final class Supervisor {

    private final List<Keeper> keepers;
    private final Progress progress;
    private final Settings settings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("timer").daemon().factory());

    /**
     * What the supervisor does beside starting.
     *
     * @param restart whether a part that ends is started again
     * @param firstWait before the first restart
     * @param grace how long a part may take to end before it is killed
     * @param changed called when a process was started
     * @param upkeep called now and then, to bound the logs
     */
    public record Settings(boolean restart, Duration firstWait, Duration grace, Runnable changed, Runnable upkeep) {}

    private sealed interface Event {
        record Ready(Keeper keeper, Running running, double seconds) implements Event {}

        record Failed(PartFailed reason) implements Event {}
    }

    public Supervisor(List<Part> parts, Progress progress, Settings settings) {
        this.progress = progress;
        this.settings = settings;
        this.keepers = parts.stream()
                .map(part -> new Keeper(part, _ -> settings.changed().run()))
                .toList();
    }

    /**
     * Starts everything and returns when all is ready.
     *
     * @throws PartFailed when a part did not start, or ended before all were ready; the others still run then
     */
    public void start() throws InterruptedException {
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        for (Keeper keeper : keepers) {
            Thread.ofVirtual().name("start-" + keeper.part().name()).start(() -> startOne(keeper, events));
        }
        for (int missing = keepers.size(); missing > 0; missing--) {
            switch (events.take()) {
                case Event.Ready(Keeper keeper, Running _, double seconds) -> progress.ready(keeper.part(), seconds);
                case Event.Failed(PartFailed reason) -> throw reason;
            }
        }
        keepers.forEach(this::watch);
        var _ = timer.scheduleWithFixedDelay(settings.upkeep(), 15, 15, TimeUnit.SECONDS);
    }

    /** Stops what runs: higher tiers first, those of one tier together. May be called at any time, more than once. */
    public synchronized void stop() {
        timer.shutdownNow();
        Tiers.highestFirst(keepers, keeper -> keeper.part().tier()).forEach(this::stopTier);
    }

    /** The processes as they are now, in the order of the parts. */
    public List<PartState> parts() {
        return keepers.stream()
                .flatMap(keeper -> keeper.running().map(running -> PartState.of(keeper.part(), running)).stream())
                .toList();
    }

    private static void startOne(Keeper keeper, BlockingQueue<Event> events) {
        long since = System.nanoTime();
        try {
            Running running = keeper.start();
            events.add(new Event.Ready(keeper, running, secondsSince(since)));
            var _ = running.process()
                    .onExit()
                    .thenRun(() -> events.add(new Event.Failed(
                            new PartFailed(keeper.part().name(), "ended (" + running.ending() + ")"))));
        } catch (PartFailed e) {
            events.add(new Event.Failed(e));
        } catch (RuntimeException e) {
            events.add(new Event.Failed(new PartFailed(keeper.part().name(), String.valueOf(e.getMessage()), e)));
        }
    }

    private void watch(Keeper keeper) {
        Watch watch = new Watch(keeper, settings.restart(), new BackOff(settings.firstWait()), progress, timer);
        keeper.running().ifPresent(watch::over);
    }

    private void stopTier(List<Keeper> tier) {
        List<Thread> stops = tier.stream()
                .map(keeper -> Thread.ofVirtual().start(() -> stopOne(keeper)))
                .toList();
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException _) {
                // Whoever interrupts wants an end, and this is how it comes.
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stopOne(Keeper keeper) {
        long since = System.nanoTime();
        boolean ran = keeper.running().filter(each -> each.process().isAlive()).isPresent();
        keeper.stop(settings.grace());
        if (ran) {
            progress.stopped(keeper.part(), secondsSince(since));
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
