package dev.parley.chat.ui;

import dev.parley.chat.turn.Acceptance;
import dev.parley.chat.turn.Accepted;
import dev.parley.chat.turn.Reading;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.idempotency.IdempotencyKey;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has questions of pages answered, each in the conversation of its chat. */
@Component
class UiAnswers {
    private final UiChats chats;
    private final Acceptance acceptance;

    UiAnswers(UiChats chats, Acceptance acceptance) {
        this.chats = chats;
        this.acceptance = acceptance;
    }

    Reading to(UiRequest asked, Principal owner, @Nullable IdempotencyKey key, HttpServletResponse response) {
        String chat = asked.requiredId();
        Accepted accepted = acceptance
                .accept(
                        owner,
                        () -> asked.asked(chats.find(owner, chat)),
                        key,
                        (conversation, beginner) -> chats.name(beginner, chat, conversation))
                .announce(response);
        return new Reading(accepted.turn(), owner, accepted.stream(), new UiRendering());
    }
}
