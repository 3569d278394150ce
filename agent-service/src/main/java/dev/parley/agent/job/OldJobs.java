package dev.parley.agent.job;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.RecurringChore;
import dev.parley.platform.work.WorkItem;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets every hour what jobs came to, when nobody will ask for it any more: some at a time. */
@Component
@AcrossTenants("time passes for everybody")
class OldJobs extends RecurringChore {
    private static final int BATCH = 500;

    private final Jobs jobs;
    private final JobDesk desk;
    private final Duration kept;

    OldJobs(Jobs jobs, JobDesk desk, JobSettings settings) {
        super("old-jobs", "0 40 * * * *", Duration.ofMinutes(10));
        this.jobs = jobs;
        this.desk = desk;
        this.kept = settings.keep();
    }

    @Override
    public void run(WorkItem item) {
        try (TenantScope _ = TenantScope.everyone()) {
            int forgotten;
            do {
                forgotten = desk.fenced(item, () -> jobs.forget(kept, BATCH));
            } while (forgotten == BATCH);
        }
    }
}
