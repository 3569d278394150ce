package dev.parley.conversation.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.idempotency.Idempotency;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Erases what is kept of people, a piece a transaction: whoever goes on with it begins with what is left. */
@Component
class ErasureWork implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(ErasureWork.class);

    /** It is tried for as long as it takes. */
    static final WorkKind KIND = new WorkKind("erasure", Duration.ofDays(7), Integer.MAX_VALUE, 2);

    private final Erasures erasures;
    private final List<PersonalData> everything;
    private final Idempotency idempotency;
    private final TransactionOperations transactions;

    ErasureWork(
            Erasures erasures,
            List<PersonalData> everything,
            Idempotency idempotency,
            TransactionOperations transactions) {
        this.erasures = erasures;
        this.everything = everything;
        this.idempotency = idempotency;
        this.transactions = transactions;
    }

    @Override
    public WorkKind kind() {
        return KIND;
    }

    @Override
    public void run(WorkItem item) {
        erasures.find(erasure(item)).ifPresent(erasure -> run(item, erasure));
    }

    private void run(WorkItem item, Erasure erasure) {
        Principal person = new Principal(Principal.Kind.USER, erasure.user().toString());
        try (TenantScope _ = TenantScope.of(person)) {
            everything.forEach(data -> erase(item, data, erasure.user()));
            fenced(item, () -> {
                idempotency.forget(person);
                erasures.finish(erasure.id());
                return false;
            });
        }
        log.info("Erasure {} is done", erasure.id());
    }

    private void erase(WorkItem item, PersonalData data, UUID user) {
        boolean more;
        do {
            more = fenced(item, () -> data.eraseNext(user));
        } while (more);
    }

    private boolean fenced(WorkItem item, BooleanSupplier change) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            item.fence().requireInTransaction();
            return change.getAsBoolean();
        }));
    }

    @Override
    public void resend(WorkItem item) {
        log.debug("nobody waits for erasure {}", erasure(item));
    }

    /** Nobody takes back what a person was promised. */
    @Override
    public void cancelled(WorkItem item) {
        run(item);
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.error("Erasure {} could not be done, and has to be replayed: {}", erasure(item), failure);
    }

    private static UUID erasure(WorkItem item) {
        return UUID.fromString(new String(item.payload(), UTF_8));
    }
}
