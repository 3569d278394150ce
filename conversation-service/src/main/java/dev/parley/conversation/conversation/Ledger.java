package dev.parley.conversation.conversation;

import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.conversation.stream.Announcement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;

/**
 * Decides what becomes of conversations when messages come for them: each message once, in its place, and what is told of it.
 * Not thread-safe.
 */
final class Ledger {
    private final Map<UUID, Conversation> open = new HashMap<>();
    private final Set<UUID> foreign;
    private final Set<UUID> stored;
    private final Instant now;
    private final SequencedSet<Conversation> changed = new LinkedHashSet<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();

    /**
     * @param locked the conversations; what comes for another one, which was deleted, is left out
     * @param foreign conversations of others than those who have said something
     * @param stored messages that are there already
     */
    Ledger(Collection<Conversation> locked, Set<UUID> foreign, Set<UUID> stored, Instant now) {
        locked.forEach(conversation -> open.put(conversation.id(), conversation));
        this.foreign = Set.copyOf(foreign);
        this.stored = new HashSet<>(stored);
        this.now = now;
    }

    /** @return false when the conversation is somebody else's: nothing is added */
    boolean add(Entry entry) {
        Conversation conversation = open.get(entry.origin().id());
        if (conversation == null) {
            return !foreign.contains(entry.origin().id());
        }
        if (!conversation.owner().equals(entry.origin().owner())) {
            return false;
        }
        if (stored.add(entry.draft().id())) {
            append(conversation, entry);
        }
        return true;
    }

    private void append(Conversation conversation, Entry entry) {
        if (conversation.isUntold()) {
            tell(entry, Announcements.started(conversation));
            tell(entry, Announcements.accessChanged(conversation, now));
        }
        Message message = conversation.append(entry.draft());
        tell(entry, Announcements.appended(conversation, message));
        messages.add(message);
        changed.add(conversation);
    }

    private void tell(Entry entry, ConversationEvent event) {
        announcements.add(Announcements.of(event, entry.trace()));
    }

    Collection<Conversation> changed() {
        return changed;
    }

    List<Message> messages() {
        return messages;
    }

    List<Announcement> announcements() {
        return announcements;
    }
}
