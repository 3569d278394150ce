package dev.parley.agent.job;

import dev.parley.platform.work.Cancellation;
import dev.parley.platform.work.WorkItem;
import java.util.UUID;
import java.util.function.Supplier;

/** One run of a job, as its kind sees it. */
public final class JobRun {
    private final JobDesk desk;
    private final WorkItem item;

    JobRun(JobDesk desk, WorkItem item) {
        this.desk = desk;
        this.item = item;
    }

    public UUID id() {
        return item.id();
    }

    /**
     * Says how far it is, as often as one likes. Outside of transactions.
     *
     * @param fraction from 0 to 1
     * @param stage a word for people, the same for all jobs: never what this one is about
     */
    public void progress(double fraction, String stage) {
        desk.tell(item, fraction, stage);
    }

    /** Whether its owner wants it to end. */
    public Cancellation cancellation() {
        return item.cancellation();
    }

    /** Goes on only when it is still ours. @throws dev.parley.platform.work.Fenced when it is not */
    public void require() {
        item.fence().require();
    }

    /** Writes in a transaction of its own, if it is still ours. @throws dev.parley.platform.work.Fenced when it is not */
    public <T> T write(Supplier<T> change) {
        return desk.fenced(item, change);
    }
}
