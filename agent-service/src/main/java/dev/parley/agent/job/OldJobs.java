package dev.parley.agent.job;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.RecurringWork;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Forgets every hour what jobs came to, when nobody will ask for it any more: some at a time. */
@Component
@AcrossTenants("time passes for everybody")
class OldJobs implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(OldJobs.class);
    private static final WorkKind KIND = new WorkKind("old-jobs", Duration.ofMinutes(10), 3, 1);
    private static final int BATCH = 500;

    @Configuration(proxyBeanMethods = false)
    static class Hourly {
        @Bean
        RecurringWork oldJobsHourly() {
            String name = KIND.name();
            return new RecurringWork(name, name, name, name, "0 40 * * * *", ZoneOffset.UTC, new byte[0]);
        }
    }

    private final Jobs jobs;
    private final JobDesk desk;
    private final Duration kept;

    OldJobs(Jobs jobs, JobDesk desk, JobSettings settings) {
        this.jobs = jobs;
        this.desk = desk;
        this.kept = settings.keep();
    }

    @Override
    public WorkKind kind() {
        return KIND;
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

    @Override
    public void resend(WorkItem item) {
        log.debug("nobody waits for {}", item.id());
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("Old jobs were not forgotten this hour: {}", failure);
    }
}
