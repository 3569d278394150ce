package dev.parley.agent.job;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.work.WorkAdmin;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Jobs, as far as they are one's own. */
@Component
class OwnJobs {
    private final Jobs jobs;
    private final WorkAdmin work;

    OwnJobs(Jobs jobs, WorkAdmin work) {
        this.jobs = jobs;
        this.work = work;
    }

    /** @throws ProblemException 404 when it is nobody's, or somebody else's */
    JobView require(UUID id, Principal owner) {
        Job job = jobs.find(id, owner).orElseThrow(() -> ProblemException.notFound("job"));
        return JobView.of(job, work.show(id));
    }

    /** @return whether it will be stopped; false when it had ended, or is ending */
    boolean cancel(UUID id) {
        return work.cancel(id, "Its owner does not want it any more.") == WorkAdmin.Answer.ACCEPTED;
    }
}
