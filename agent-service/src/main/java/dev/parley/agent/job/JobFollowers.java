package dev.parley.agent.job;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Who follows jobs at this replica. Thread-safe. */
@Component
class JobFollowers {
    private final Map<UUID, Set<Follower>> byJob = new ConcurrentHashMap<>();

    /** Somebody who waits for changes of one job: one that comes before the wait ends it at once. */
    final class Follower implements AutoCloseable {
        private final UUID job;
        private final Semaphore news = new Semaphore(0);

        private Follower(UUID job) {
            this.job = job;
        }

        /** @return whether there may be something new; false when the time is over */
        boolean await(Duration longest) throws InterruptedException {
            boolean told = news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
            news.drainPermits();
            return told;
        }

        @Override
        public void close() {
            byJob.computeIfPresent(job, (_, followers) -> {
                followers.remove(this);
                return followers.isEmpty() ? null : followers;
            });
        }
    }

    Follower follow(UUID job) {
        var follower = new Follower(job);
        byJob.compute(job, (_, followers) -> {
            Set<Follower> all = followers == null ? ConcurrentHashMap.newKeySet() : followers;
            all.add(follower);
            return all;
        });
        return follower;
    }

    void tell(UUID job) {
        wake(byJob.getOrDefault(job, Set.of()));
    }

    /** What has changed is not known. */
    void tellAll() {
        byJob.values().forEach(JobFollowers::wake);
    }

    private static void wake(Collection<Follower> followers) {
        followers.forEach(follower -> follower.news.release());
    }
}
