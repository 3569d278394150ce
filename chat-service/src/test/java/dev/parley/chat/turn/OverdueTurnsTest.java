package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.stream.OutcomePlace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverdueTurnsTest {
    private final TurnTable table = new TurnTable();
    private final Turns turns = new Turns(table.jdbc);
    private final LostTurns lost = new LostTurns(table.jdbc);
    private final OverdueTurns overdue = new OverdueTurns(lost, TurnTable.SETTINGS);

    @Test
    void a_turn_without_an_outcome_fails_in_the_end_whether_it_had_begun_or_not() {
        Turn waiting = accepted();
        Turn running = accepted();
        turns.markRunning(TurnTable.started(running, 1, "offline"));
        table.passes("20 min");

        overdue.giveUp();

        for (Turn turn : List.of(waiting, running)) {
            assertThat(found(turn).status()).isEqualTo(TurnStatus.FAILED);
            assertThat(found(turn).errorCode()).isEqualTo("lost");
            assertThat(found(turn).finishedAt()).isNotNull();
        }
        assertThat(lost.among(List.of(waiting.id(), running.id())))
                .containsExactlyInAnyOrder(waiting.id(), running.id());
    }

    @Test
    void one_that_may_still_end_or_has_or_was_never_confirmed_stays_as_it_is() {
        Turn ended = accepted();
        end(ended);
        Turn unconfirmed = table.enter(null);
        table.passes("20 min");
        Turn young = accepted();
        table.passes("19 min");

        overdue.giveUp();

        assertThat(found(ended).status()).isEqualTo(TurnStatus.COMPLETED);
        assertThat(found(unconfirmed).status()).isEqualTo(TurnStatus.QUEUED);
        assertThat(found(young).status()).isEqualTo(TurnStatus.QUEUED);
    }

    @Test
    void one_that_waits_for_somebody_has_as_much_longer() {
        Turn turn = accepted();
        turns.markPaused(TurnTable.paused(turn, Duration.ofHours(1)));
        table.passes("79 min");

        overdue.giveUp();
        assertThat(found(turn).status()).isEqualTo(TurnStatus.QUEUED);

        table.passes("2 min");
        overdue.giveUp();
        assertThat(found(turn).errorCode()).isEqualTo("lost");
    }

    @Test
    void an_outcome_that_comes_after_all_is_what_became_of_it() {
        Turn turn = accepted();
        table.passes("20 min");
        overdue.giveUp();

        turns.markRunning(TurnTable.started(turn, 1, "offline"));
        assertThat(found(turn).errorCode()).isEqualTo("lost");
        end(turn);

        assertThat(found(turn).status()).isEqualTo(TurnStatus.COMPLETED);
        assertThat(found(turn).errorCode()).isNull();
        assertThat(lost.among(List.of(turn.id()))).isEmpty();
    }

    private Turn accepted() {
        Turn turn = table.enter(null);
        turns.markAcked(turn.id());
        return turn;
    }

    private void end(Turn turn) {
        turns.markEnded(TurnTable.completed(turn, "offline", new OutcomePlace(0, 0), TurnTable.NOW));
    }

    private Turn found(Turn turn) {
        return turns.find(turn.id()).orElseThrow();
    }
}
