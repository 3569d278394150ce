package dev.parley.agent.job;

import dev.parley.agent.person.PersonalData;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.WorkCommand;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Jobs go with their owner: what runs is stopped, and the queue forgets what it was about. */
@Component
@Order(JobErasure.FIRST)
public class JobErasure implements PersonalData {
    /** Nothing that a job does may begin anew because what it had done was erased before it. */
    public static final int FIRST = 1;

    private static final String REASON = "Its owner is gone.";

    private final Jobs jobs;
    private final Inbox inbox;
    private final TransactionOperations transactions;

    JobErasure(Jobs jobs, Inbox inbox, TransactionOperations transactions) {
        this.jobs = jobs;
        this.inbox = inbox;
        this.transactions = transactions;
    }

    @Override
    public void erase(Principal person) {
        transactions.executeWithoutResult(_ -> {
            List<UUID> gone = jobs.ofTenant(TenantScope.nameOf(person));
            if (!gone.isEmpty()) {
                inbox.apply(gone.stream().map(JobErasure::erasure).toList());
                jobs.remove(gone);
            }
        });
    }

    private static WorkCommand erasure(UUID job) {
        return new WorkCommand.Erase(JobDesk.lane(job), REASON);
    }
}
