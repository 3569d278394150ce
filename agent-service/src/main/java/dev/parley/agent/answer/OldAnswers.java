package dev.parley.agent.answer;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.RecurringChore;
import dev.parley.platform.work.WorkItem;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets every ten minutes the answers that are not good any more: some at a time. */
@Component
@AcrossTenants("time passes for everybody")
class OldAnswers extends RecurringChore {
    private static final int BATCH = 500;

    private final KeptAnswers answers;

    OldAnswers(KeptAnswers answers) {
        super("old-answers", "40 */10 * * * *", Duration.ofMinutes(5));
        this.answers = answers;
    }

    @Override
    public void run(WorkItem item) {
        try (TenantScope _ = TenantScope.everyone()) {
            int forgotten;
            do {
                item.fence().require();
                forgotten = answers.forgetExpired(BATCH);
            } while (forgotten == BATCH);
        }
    }
}
