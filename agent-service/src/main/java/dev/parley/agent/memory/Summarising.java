package dev.parley.agent.memory;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.NewWork;
import dev.parley.platform.work.WorkCommand;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sums up what has left the window of a conversation, in a lane of its own, so that no turn waits for it. A summary takes the
 * place of just the messages that it was made of: what is said meanwhile stays, and a run that was taken over changes nothing.
 */
@Component
public class Summarising implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(Summarising.class);
    private static final WorkKind KIND = new WorkKind("summary", Duration.ofMinutes(10), 5, 8);

    private final Tombstones tombstones;
    private final Summaries summaries;
    private final Summariser summariser;
    private final Inbox inbox;
    private final TransactionOperations transactions;

    Summarising(
            Tombstones tombstones,
            Summaries summaries,
            Summariser summariser,
            Inbox inbox,
            TransactionOperations transactions) {
        this.tombstones = tombstones;
        this.summaries = summaries;
        this.summariser = summariser;
        this.inbox = inbox;
        this.transactions = transactions;
    }

    /** Once for a turn: what it makes too long is summed up when it has its answer, or with what later turns add. */
    public void want(SummaryWanted wanted, TurnId turn) {
        String tenant = TenantScope.nameOf(wanted.owner());
        String name = KIND.name() + "/" + tenant + "/" + wanted.conversationId() + "/" + turn;
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        inbox.put(List.of(new NewWork(
                id, KIND.name(), lane(wanted.conversationId()), tenant, WireJson.write(wanted), null, null, null)));
    }

    /** Nothing of the conversation is left in the queue, and what runs writes nothing more. */
    static WorkCommand erasure(ConversationId conversation) {
        return new WorkCommand.Erase(lane(conversation), "The conversation was deleted.");
    }

    private static String lane(ConversationId conversation) {
        return KIND.name() + "/" + conversation;
    }

    @Override
    public WorkKind kind() {
        return KIND;
    }

    @Override
    public void run(WorkItem item) throws InterruptedException {
        SummaryWanted wanted = WireJson.read(item.payload(), SummaryWanted.class);
        if (tombstones.has(wanted.conversationId())) {
            // It was wanted behind the deletion, which could not see it.
            inbox.apply(List.of(erasure(wanted.conversationId())));
            return;
        }
        transactions.executeWithoutResult(_ -> {
            item.fence().requireInTransaction();
            summaries.forgetOldest(wanted.conversationId());
        });
        List<Leaving> leaving = summaries.leaving(wanted.conversationId());
        while (!leaving.isEmpty() && sumUp(item, wanted, leaving)) {
            leaving = summaries.leaving(wanted.conversationId());
        }
    }

    private boolean sumUp(WorkItem item, SummaryWanted wanted, List<Leaving> leaving) throws InterruptedException {
        Summary before = summaries.of(wanted.conversationId());
        item.fence().require();
        Summariser.Written written = summariser.write(before, leaving, wanted, item.cancellation());
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            item.fence().requireInTransaction();
            summariser.pay(written, wanted);
            return summaries.replace(wanted.conversationId(), before, written.text(), leaving);
        }));
    }

    @Override
    public void resend(WorkItem item) {
        log.debug("The conversation of summary {} was summed up", item.id());
    }

    /** It is wanted again by the next turn. */
    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("What has left the window of a conversation could not be summed up: {}", failure);
    }
}
