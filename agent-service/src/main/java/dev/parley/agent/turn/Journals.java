package dev.parley.agent.turn;

import dev.parley.contracts.id.ConversationId;
import dev.parley.platform.work.WorkItem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens the journal for an attempt. */
@Component
class Journals {
    private final Journal journal;
    private final Approvals approvals;
    private final TransactionOperations transactions;

    Journals(Journal journal, Approvals approvals, TransactionOperations transactions) {
        this.journal = journal;
        this.approvals = approvals;
        this.transactions = transactions;
    }

    FencedJournal open(ConversationId conversation, WorkItem item, Exposure exposure) {
        boolean first = item.attempt() == 1;
        return new FencedJournal(journal, approvals, transactions, item.fence(), conversation, first, exposure);
    }
}
