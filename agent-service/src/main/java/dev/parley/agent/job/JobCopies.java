package dev.parley.agent.job;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.takeout.KeptData;
import dev.parley.platform.takeout.Takeout;
import dev.parley.platform.tenant.TenantScope;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody had done in the background, to take along. */
@Component
class JobCopies implements KeptData {
    private final Jobs jobs;

    JobCopies(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void copyTo(Takeout takeout, Principal person) throws IOException {
        for (UUID id : jobs.ofTenant(TenantScope.nameOf(person))) {
            Optional<Job> job = jobs.find(id, person);
            if (job.isPresent()) {
                takeout.line("jobs.jsonl", JobView.of(job.get(), Optional.empty()));
            }
        }
    }
}
