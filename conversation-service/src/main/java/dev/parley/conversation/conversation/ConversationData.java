package dev.parley.conversation.conversation;

import dev.parley.contracts.id.Principal;
import dev.parley.conversation.privacy.Archive;
import dev.parley.conversation.privacy.PersonalData;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody has said, and was answered. */
@Component
@Order(2)
class ConversationData implements PersonalData {
    private static final int PAGE = 100;

    private final OwnConversations own;
    private final ConversationViews conversations;
    private final MessageViews messages;

    ConversationData(OwnConversations own, ConversationViews conversations, MessageViews messages) {
        this.own = own;
        this.conversations = conversations;
        this.messages = messages;
    }

    @Override
    public long count(UUID user) {
        return conversations.count(principal(user));
    }

    @Override
    public void copyTo(Archive archive, UUID user) throws IOException {
        Principal owner = principal(user);
        List<ConversationView> page = conversations.newestOf(owner, PAGE);
        while (!page.isEmpty()) {
            for (ConversationView conversation : page) {
                copy(archive, owner, conversation);
            }
            ConversationView last = page.getLast();
            page = conversations.newestOf(owner, last.createdAt(), last.id(), PAGE);
        }
    }

    private void copy(Archive archive, Principal owner, ConversationView conversation) throws IOException {
        String folder = "conversations/" + conversation.id() + "/";
        archive.begin(folder + "conversation.json");
        archive.add(conversation);
        archive.begin(folder + "messages.jsonl");
        List<MessageViews.Placed> page = behind(owner, conversation, 0);
        while (!page.isEmpty()) {
            for (MessageViews.Placed message : page) {
                archive.add(message.view());
            }
            page = behind(owner, conversation, page.getLast().sequence());
        }
    }

    /** Empty also when it was deleted meanwhile. */
    private List<MessageViews.Placed> behind(Principal owner, ConversationView conversation, long sequence) {
        Optional<List<MessageViews.Placed>> page = messages.oldestOf(owner, conversation.id(), sequence, PAGE);
        return page.orElse(List.of());
    }

    /** As their owner would delete them, one a transaction: so each is told of, and those who have copies delete them. */
    @Override
    public boolean eraseNext(UUID user) {
        return own.deleteOne(principal(user));
    }

    private static Principal principal(UUID user) {
        return new Principal(Principal.Kind.USER, user.toString());
    }
}
