package dev.parley.agent.job;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.Paused;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * A kind of job: one bean each. What it is about is a record, kept as JSON until the job has ended. Runs are as those of a
 * {@link WorkHandler}: one may come after a crash of another, at any place in it.
 */
public abstract class JobKind<I> implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(JobKind.class);

    private static final String UNREADABLE = "unreadable_input";

    private final JobDesk desk;
    private final WorkKind kind;
    private final Class<I> input;

    /** @param kind its name is what clients see as {@code kind} */
    protected JobKind(JobDesk desk, WorkKind kind, Class<I> input) {
        this.desk = desk;
        this.kind = kind;
        this.input = input;
    }

    /** Has it done, from the caller's commit on when there is a transaction; returns the id of the job. */
    public final UUID start(Principal owner, I wanted) {
        return desk.take(kind.name(), owner, wanted);
    }

    /** How many of somebody's have not ended. */
    public final long open(Principal owner) {
        return desk.open(kind.name(), owner);
    }

    /**
     * Does it. What goes on elsewhere is looked at again later: by {@link dev.parley.platform.work.Paused}, which frees the
     * worker meanwhile.
     *
     * @return its result, written as JSON; null for none
     * @throws dev.parley.platform.work.PermanentFailure when it cannot be done: code and detail are shown
     * @throws Exception anything else: it is tried again, with growing pauses
     */
    protected abstract @Nullable Object run(I wanted, JobRun job) throws Exception;

    /** Stops what goes on elsewhere of one that is about to end without a result. It may have been stopped before. */
    protected void abandon(UUID job) {
        log.debug("Nothing of job {} goes on elsewhere", job);
    }

    /**
     * What else becomes of it when it ends, whichever way: once, in the transaction that ends it. Of one that another release
     * has written, what it was about may be unreadable: so it is told by its id.
     */
    protected void ended(UUID job, JobEnd end) {
        log.debug("Job {} of kind {} is {}", job, kind.name(), end.status());
    }

    @Override
    public final WorkKind kind() {
        return kind;
    }

    @Override
    public final void run(WorkItem item) throws Exception {
        if (desk.begin(item)) {
            finish(item, JobEnd.succeeded(resultOf(item)));
        }
    }

    private @Nullable Object resultOf(WorkItem item) throws Exception {
        try {
            return run(read(item), new JobRun(desk, item));
        } catch (Paused goesOnElsewhere) {
            desk.leave(item);
            throw goesOnElsewhere;
        }
    }

    @Override
    public final void cancelled(WorkItem item) {
        abandon(item.id());
        finish(item, JobEnd.cancelled());
    }

    @Override
    public final void giveUp(WorkItem item, Failure failure) {
        abandon(item.id());
        finish(item, JobEnd.failed(failure));
    }

    /** Who wants to know looks. */
    @Override
    public final void resend(WorkItem item) {
        log.debug("Job {} is where it was", item.id());
    }

    private void finish(WorkItem item, JobEnd end) {
        desk.finish(item, end, () -> ended(item.id(), end));
    }

    private I read(WorkItem item) {
        try {
            return WireJson.mapper().readValue(item.payload(), input);
        } catch (JacksonException e) {
            throw new PermanentFailure(UNREADABLE, "Another release of the service had taken the job in.", e);
        }
    }
}
