package dev.parley.agent.job;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.time.IdSource;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.NewWork;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkProgress;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What all kinds of jobs have in common: how they are taken in, begun and ended. */
@Component
public final class JobDesk {
    private final Jobs jobs;
    private final Inbox inbox;
    private final WorkProgress progress;
    private final TransactionOperations transactions;
    private final IdSource ids;

    JobDesk(Jobs jobs, Inbox inbox, WorkProgress progress, TransactionOperations transactions, IdSource ids) {
        this.jobs = jobs;
        this.inbox = inbox;
        this.progress = progress;
        this.transactions = transactions;
        this.ids = ids;
    }

    /** In a lane of its own, so that it can be erased alone. */
    static String lane(UUID job) {
        return "job/" + job;
    }

    UUID take(String kind, Principal owner, Object input) {
        UUID id = ids.next();
        String tenant = TenantScope.nameOf(owner);
        transactions.executeWithoutResult(_ -> {
            jobs.add(id, kind, tenant);
            inbox.put(List.of(new NewWork(id, kind, lane(id), tenant, WireJson.write(input), null, null, null)));
        });
        return id;
    }

    /** @return false when it has ended, or is not there any more */
    boolean begin(WorkItem item) {
        return fenced(item, () -> jobs.begin(item.id()));
    }

    /** @param more what else becomes of it, in the same transaction */
    void finish(WorkItem item, JobEnd end, Runnable more) {
        var _ = fenced(item, () -> {
            boolean first = jobs.finish(item.id(), end);
            if (first) {
                more.run();
            }
            return first;
        });
    }

    <T> T fenced(WorkItem item, Supplier<T> change) {
        return transactions.execute(_ -> {
            item.fence().requireInTransaction();
            return change.get();
        });
    }

    /** It goes on elsewhere, and is looked at again. */
    void leave(WorkItem item) {
        var _ = fenced(item, () -> {
            jobs.leave(item.id());
            return true;
        });
    }

    long open(String kind, Principal owner) {
        return jobs.open(kind, TenantScope.nameOf(owner));
    }

    void tell(WorkItem item, double fraction, String stage) {
        if (progress.tell(item, fraction, stage)) {
            jobs.tell(item.id());
        }
    }
}
