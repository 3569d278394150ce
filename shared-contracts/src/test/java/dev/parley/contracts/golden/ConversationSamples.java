package dev.parley.contracts.golden;

import static dev.parley.contracts.golden.Parts.ANSWERED;
import static dev.parley.contracts.golden.Parts.ASKED;
import static dev.parley.contracts.golden.Parts.CONVERSATION;
import static dev.parley.contracts.golden.Parts.PERSON;
import static dev.parley.contracts.golden.Parts.VISITOR;
import static dev.parley.contracts.golden.Parts.WORKSPACE;

import dev.parley.contracts.conversation.AccessChanged;
import dev.parley.contracts.conversation.Author;
import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.conversation.ConversationStarted;
import dev.parley.contracts.conversation.ConversationStatus;
import dev.parley.contracts.conversation.ConversationUpdated;
import dev.parley.contracts.conversation.MessageAppended;
import dev.parley.contracts.conversation.MessageStatus;
import dev.parley.contracts.conversation.Role;
import java.util.List;

/** What stands on {@code conversation.events}. */
final class ConversationSamples {

    private ConversationSamples() {}

    static List<Sample> all() {
        return List.of(
                Sample.of(new ConversationStarted(CONVERSATION, VISITOR, WORKSPACE, 1, "web", ASKED)),
                Sample.of(new AccessChanged(CONVERSATION, VISITOR, WORKSPACE, 2, 1, List.of(VISITOR, PERSON), ASKED)),
                Sample.of(message()),
                Sample.of(updated()),
                Sample.of(new ConversationDeleted(CONVERSATION, VISITOR, WORKSPACE, 5, ANSWERED)));
    }

    private static MessageAppended message() {
        return new MessageAppended(
                CONVERSATION,
                VISITOR,
                WORKSPACE,
                3,
                Parts.ANSWER_ID,
                Parts.TURN,
                Role.ASSISTANT,
                new Author(Author.Kind.VIRTUAL, "019aa0de-0000-7000-8000-000000000009", "Barista"),
                "Im Café Odeon.",
                MessageStatus.COMPLETED,
                "web",
                List.of(Parts.CALL),
                List.of(Parts.CITATION),
                Parts.USAGE,
                "offline",
                ANSWERED);
    }

    private static ConversationUpdated updated() {
        return new ConversationUpdated(
                CONVERSATION,
                VISITOR,
                WORKSPACE,
                4,
                "Coffee in Zürich",
                List.of("coffee", "zürich"),
                ConversationStatus.OPEN,
                ANSWERED);
    }
}
