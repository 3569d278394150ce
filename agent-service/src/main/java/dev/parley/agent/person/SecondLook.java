package dev.parley.agent.person;

import dev.parley.platform.work.RecurringChore;
import dev.parley.platform.work.WorkItem;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks again every five minutes whether something is left of those who have gone within the last half hour. */
@Component
class SecondLook extends RecurringChore {
    private static final Duration LOOKS_BACK = Duration.ofMinutes(30);

    private final Farewell farewell;

    SecondLook(Farewell farewell) {
        super("erased-people", "30 */5 * * * *", Duration.ofMinutes(4));
        this.farewell = farewell;
    }

    @Override
    public void run(WorkItem item) {
        item.fence().require();
        farewell.lookAgain(LOOKS_BACK);
    }
}
