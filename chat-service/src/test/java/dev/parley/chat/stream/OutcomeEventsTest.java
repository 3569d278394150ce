package dev.parley.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.MessageStart;
import dev.parley.contracts.turn.Question;
import dev.parley.contracts.turn.TurnError;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.contracts.turn.Usage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutcomeEventsTest {
    private static final TurnId TURN = new TurnId(new UUID(0, 1));
    private static final ConversationId CONVERSATION = new ConversationId(new UUID(0, 2));
    private static final MessageId QUESTION = new MessageId(new UUID(0, 3));
    private static final MessageId ANSWER = new MessageId(new UUID(0, 4));
    private static final TurnError ERROR = new TurnError(TURN, "model_timeout", "It took too long.", true);

    @Test
    void a_turn_that_failed_halfway_shows_what_was_said() {
        assertThat(OutcomeEvents.of(failed("Half an ans")))
                .containsExactly(
                        new MessageStart(TURN, CONVERSATION, ANSWER, QUESTION, 2, "offline", Instant.EPOCH),
                        new Delta(TURN, ANSWER, 0, "Half an ans"),
                        ERROR);
    }

    @Test
    void one_that_failed_before_it_said_anything_shows_why() {
        assertThat(OutcomeEvents.of(failed("")))
                .containsExactly(
                        new MessageStart(TURN, CONVERSATION, ANSWER, QUESTION, 2, "offline", Instant.EPOCH), ERROR);
    }

    @Test
    void one_that_has_only_begun_shows_nothing() {
        assertThat(OutcomeEvents.of(new TurnStarted(TURN, CONVERSATION, null, null, 1, "offline", Instant.EPOCH)))
                .isEmpty();
    }

    private static TurnFailed failed(String text) {
        var owner = new Principal(Principal.Kind.SESSION, "owner");
        return new TurnFailed(
                TURN,
                CONVERSATION,
                2,
                new Question(QUESTION, owner, null, "web", "Hi", Instant.EPOCH),
                ANSWER,
                text,
                List.of(),
                Usage.NONE,
                "offline",
                ERROR.code(),
                ERROR.detail(),
                true,
                Instant.EPOCH);
    }
}
