package dev.parley.agent.job;

import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.WorkKind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.springframework.stereotype.Component;

/** A whole kind of job, as the README shows it, but for what the tests want of it besides. */
@Component
final class CountdownJob extends JobKind<CountdownJob.Wanted> {
    /** @param endless whether it stops at one until it is cancelled */
    record Wanted(int from, boolean endless) {}

    record Counted(int numbers) {}

    CountdownJob(JobDesk desk) {
        super(desk, new WorkKind("countdown", Duration.ofMinutes(1), 2, 10), Wanted.class);
    }

    @Override
    protected Counted run(Wanted wanted, JobRun job) throws InterruptedException {
        if (wanted.from() < 0) {
            throw new PermanentFailure("cannot_count", "Nobody counts down from below nought.");
        }
        if (wanted.from() == 13) {
            throw new IllegalStateException("a secret of ours");
        }
        for (int left = wanted.from(); left > 0; left--) {
            job.require();
            job.progress(1 - left / (double) wanted.from(), "counting");
        }
        if (wanted.endless()) {
            var cancelled = new CountDownLatch(1);
            job.cancellation().onRequest(cancelled::countDown);
            cancelled.await();
            throw new InterruptedException("cancelled");
        }
        return new Counted(wanted.from());
    }
}
