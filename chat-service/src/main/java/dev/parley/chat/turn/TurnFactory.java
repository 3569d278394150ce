package dev.parley.chat.turn;

import dev.parley.chat.stream.StreamPlace;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.time.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a turn of a question that may become one. */
@Component
class TurnFactory {
    private final IdSource ids;
    private final Clock clock;
    private final TurnSettings settings;

    TurnFactory(IdSource ids, Clock clock, TurnSettings settings) {
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    TurnId newTurnId() {
        return new TurnId(ids.next());
    }

    ConversationId newConversationId() {
        return new ConversationId(ids.next());
    }

    Turn make(
            StreamPlace place,
            ConversationId conversation,
            Principal owner,
            Asked asked,
            @Nullable IdempotencyKey idempotencyKey) {
        Instant now = clock.instant();
        RequestTurn request = new RequestTurn(
                place.turn(),
                conversation,
                owner,
                null,
                new MessageId(ids.next()),
                new MessageId(ids.next()),
                asked.message(),
                asked.channel(),
                asked.model(),
                asked.toolId(),
                asked.assistant(),
                asked.onBusy(),
                place.partition(),
                now,
                now.plus(settings.timeToLive()),
                asked.context());
        return new Turn(
                place.turn(),
                conversation,
                owner,
                request.userMessageId(),
                request.messageId(),
                asked.model(),
                TurnStatus.QUEUED,
                0,
                null,
                false,
                WireJson.write(request),
                place,
                Optional.empty(),
                idempotencyKey == null ? null : idempotencyKey.value(),
                asked.note(),
                asked.hash(),
                now,
                null);
    }
}
