package dev.parley.conversation.conversation;

import dev.parley.contracts.id.Principal;
import dev.parley.conversation.stream.Outbox;
import dev.parley.platform.tenant.TenantScope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends messages, each once, and makes a conversation when its first one comes. The messages, their places and what is told
 * of them are one transaction, of as many statements for many as for one.
 */
@Component
class Appender {
    private static final Logger log = LoggerFactory.getLogger(Appender.class);

    private final Conversations conversations;
    private final Messages messages;
    private final Outbox outbox;
    private final Clock clock;
    private final Counter refused;

    Appender(Conversations conversations, Messages messages, Outbox outbox, Clock clock, MeterRegistry meters) {
        this.conversations = conversations;
        this.messages = messages;
        this.outbox = outbox;
        this.clock = clock;
        this.refused = meters.counter("parley.conversation.appends.refused");
    }

    /**
     * In their order within a conversation. A message that is there already, whose conversation was deleted, or is somebody
     * else's, changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<Principal> owners =
                entries.stream().map(entry -> entry.origin().owner()).toList();
        try (TenantScope _ = TenantScope.ofAll(owners)) {
            store(entries);
        }
    }

    private void store(List<Entry> entries) {
        Ledger ledger = open(entries);
        entries.stream().filter(entry -> !ledger.add(entry)).forEach(this::refuse);
        if (!ledger.messages().isEmpty()) {
            conversations.saveAppended(ledger.changed());
            messages.add(ledger.messages());
            outbox.add(ledger.announcements());
        }
    }

    private Ledger open(List<Entry> entries) {
        Map<UUID, Origin> origins = new LinkedHashMap<>();
        entries.forEach(entry -> origins.putIfAbsent(entry.origin().id(), entry.origin()));
        conversations.begin(origins.values());
        List<Conversation> locked = conversations.lock(origins.keySet());
        Set<UUID> foreign = Set.of();
        if (locked.size() < origins.size()) {
            conversations.dropDeleted(origins.keySet());
            foreign = foreign(origins.keySet(), locked);
            Map<UUID, Origin> own = new LinkedHashMap<>(origins);
            own.keySet().removeAll(foreign);
            tellOfErased(own.values());
        }
        // Asked under the locks: the other topic's reader may be storing the same.
        List<UUID> ids = entries.stream().map(entry -> entry.draft().id()).toList();
        return new Ledger(locked, foreign, messages.stored(ids), clock.instant());
    }

    /** Those that are there and cannot be seen: none of those who have said something owns them. */
    private Set<UUID> foreign(Set<UUID> ids, List<Conversation> seen) {
        Set<UUID> unseen = new HashSet<>(ids);
        seen.forEach(conversation -> unseen.remove(conversation.id()));
        return conversations.known(unseen);
    }

    /** What comes late for somebody who was erased is kept by others as well: by this they hear that it is to go. */
    private void tellOfErased(Collection<Origin> origins) {
        List<Origin> gone = conversations.buryOfErased(origins);
        if (!gone.isEmpty()) {
            outbox.add(gone.stream()
                    .map(origin -> Announcements.neverBegun(origin, clock.instant()))
                    .map(event -> Announcements.of(event, Context.current()))
                    .toList());
        }
    }

    /** Once more, though chat-service has looked: what it knows of access may be behind. */
    private void refuse(Entry entry) {
        refused.increment();
        log.warn(
                "A message for conversation {} comes from somebody whose it is not, and is left out",
                entry.origin().id());
    }
}
