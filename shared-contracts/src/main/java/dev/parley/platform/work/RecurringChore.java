package dev.parley.platform.work;

import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that a service does again and again: a bean that is both the work and its times. Each time one replica does it,
 * whichever is first. What fails is tried again, and told; whether or not it was done, its next time comes.
 */
public abstract class RecurringChore implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(RecurringChore.class);
    private static final int TRIES = 3;

    private final WorkKind kind;
    private final String cron;

    /**
     * @param name of this chore in this service, for good
     * @param cron its times, six fields, in UTC
     * @param deadline of all tries of one time
     */
    protected RecurringChore(String name, String cron, Duration deadline) {
        this.kind = new WorkKind(name, deadline, TRIES, 1);
        this.cron = cron;
    }

    final RecurringWork times() {
        String name = kind.name();
        return new RecurringWork(name, name, name, name, cron, ZoneOffset.UTC, new byte[0]);
    }

    @Override
    public final WorkKind kind() {
        return kind;
    }

    @Override
    public final void resend(WorkItem item) {
        log.debug("nobody waits for {}", item.id());
    }

    @Override
    public final void giveUp(WorkItem item, Failure failure) {
        log.warn("The chore {} was not done this time: {}", kind.name(), failure);
    }
}
