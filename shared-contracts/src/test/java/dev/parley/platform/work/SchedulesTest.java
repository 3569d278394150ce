package dev.parley.platform.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Random courses of things, each made by a number. A soak: {@code -Dtest=SchedulesTest -Dparley.schedules=1000000
 * -Dparley.schedules.first=20000}; one that failed: {@code -Dparley.schedules=1 -Dparley.schedules.first=<its number>}.
 */
class SchedulesTest {

    private static final int COUNT = Integer.getInteger("parley.schedules", 10_000);
    private static final long FIRST = Long.getLong("parley.schedules.first", 1);
    private static final int SESSIONS = 2;
    private static final int CHECKED_ALWAYS = 10;
    private static final int TIDIED = 100;

    @Test
    void whatever_happens_nothing_is_lost_and_nothing_happens_twice() throws InterruptedException, ExecutionException {
        try (ExecutorService sessions = Executors.newFixedThreadPool(SESSIONS)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int session = 0; session < SESSIONS; session++) {
                long first = FIRST + session;
                parts.add(sessions.submit(() -> runEvery(first)));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        }
    }

    private static void runEvery(long first) {
        try (SimulatedDatabase database = new SimulatedDatabase()) {
            for (long seed = first; seed < FIRST + COUNT; seed += SESSIONS) {
                run(database, seed, COUNT == 1 || seed % CHECKED_ALWAYS == 0);
                if (seed / SESSIONS % TIDIED == 0) {
                    database.tidy();
                }
            }
        }
    }

    private static void run(SimulatedDatabase database, long seed, boolean checksAlways) {
        List<String> trace = new ArrayList<>();
        try {
            database.inEmptyTables(() -> {
                Schedule schedule = new Schedule(database, seed, checksAlways);
                try {
                    schedule.run();
                } finally {
                    trace.addAll(schedule.trace());
                }
            });
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "Schedule %d: %s%n%s".formatted(seed, e.getMessage(), String.join("\n", trace)), e);
        }
    }
}
