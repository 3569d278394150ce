package dev.parley.conversation.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.id.UserId;
import dev.parley.contracts.identity.UserErased;
import dev.parley.contracts.topic.Topic;
import dev.parley.conversation.stream.Outbox;
import dev.parley.platform.time.IdSource;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.NewWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in that somebody wants to be erased: remembered for good, told to everybody, and put as work. */
@Component
public class ErasureRequests {
    /** What was just being stored when somebody left could not be seen: by then it can. */
    private static final Duration SECOND_LOOK = Duration.ofMinutes(1);

    private final Erasures erasures;
    private final Outbox outbox;
    private final Inbox inbox;
    private final IdSource ids;

    ErasureRequests(Erasures erasures, Outbox outbox, Inbox inbox, IdSource ids) {
        this.erasures = erasures;
        this.outbox = outbox;
        this.inbox = inbox;
        this.ids = ids;
    }

    /** Once, in the transaction that ends the account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ErasureReceipt request(UUID user) {
        Erasure erasure = erasures.add(ids.next(), user);
        outbox.withdraw(Topic.IDENTITY_EVENTS, user.toString());
        outbox.add(Topic.IDENTITY_EVENTS, user.toString(), new UserErased(new UserId(user), erasure.requestedAt()));
        inbox.put(List.of(
                work(erasure.id(), erasure, null),
                work(ids.next(), erasure, erasure.requestedAt().plus(SECOND_LOOK))));
        return ErasureReceipt.of(erasure);
    }

    /** For who asks again. */
    public Optional<ErasureReceipt> receiptOf(UUID user) {
        return erasures.ofUser(user).map(ErasureReceipt::of);
    }

    /** It names the erasure only: nothing of the person is left in the tables of work. */
    private static NewWork work(UUID id, Erasure erasure, @Nullable Instant dueAt) {
        String kind = ErasureWork.KIND.name();
        byte[] payload = erasure.id().toString().getBytes(UTF_8);
        return new NewWork(id, kind, kind + "/" + erasure.id(), kind, payload, null, dueAt, null);
    }
}
