package dev.parley.chat.turn;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.Citation;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.Usage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A whole answer, for those who do not stream. */
@Schema(name = "ChatAnswer")
record ChatAnswer(
        ConversationId conversationId,
        ConversationId chatRoomId,
        TurnId turnId,
        MessageId userMessageId,
        MessageId aiMessageId,
        String aiResponse,
        Usage usage,
        List<Citation> citations) {
    static ChatAnswer of(Turn turn, MessageEnd end) {
        return new ChatAnswer(
                turn.conversation(),
                turn.conversation(),
                turn.id(),
                turn.userMessage(),
                turn.message(),
                end.text(),
                end.usage(),
                end.citations());
    }
}
