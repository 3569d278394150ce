package dev.parley.conversation.stream;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes rows that were left behind, one replica at a time. The transaction stays open until the log has confirmed: so a
 * deletion waits, and its event is the last one of its conversation.
 */
@Component
class Delivery {
    private final LeftBehind leftBehind;
    private final Outbox outbox;
    private final OutboxSender sender;

    Delivery(LeftBehind leftBehind, Outbox outbox, OutboxSender sender) {
        this.leftBehind = leftBehind;
        this.outbox = outbox;
        this.sender = sender;
    }

    /**
     * @param published rows that are on their topic
     * @param missing rows that are not
     * @return how many were published now; what was withdrawn meanwhile is not
     */
    @Transactional
    int settle(Set<UUID> published, Set<UUID> missing) {
        outbox.remove(published);
        if (missing.isEmpty() || !leftBehind.isMine()) {
            return 0;
        }
        List<OutboxRow> rows = leftBehind.lock(missing);
        sender.publish(rows);
        return rows.size();
    }
}
