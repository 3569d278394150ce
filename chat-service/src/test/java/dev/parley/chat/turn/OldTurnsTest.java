package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.stream.OutcomePlace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OldTurnsTest {
    private static final Duration DAYS_31 = Duration.ofDays(31);

    private final TurnTable table = new TurnTable();
    private final Turns turns = new Turns(table.jdbc);
    private final Instant now = Clock.systemUTC().instant();

    @Test
    void what_ended_longer_ago_than_its_outcome_is_kept_is_forgotten() {
        Turn old = ended(now.minus(DAYS_31));
        Turn young = ended(now.minus(Duration.ofDays(29)));
        Turn open = table.enter(null);

        new OldTurns(turns, TurnTable.SETTINGS).forget();

        assertThat(turns.find(old.id())).isEmpty();
        assertThat(turns.find(young.id())).isPresent();
        assertThat(turns.find(open.id())).isPresent();
    }

    @Test
    void they_go_a_few_at_a_time() {
        for (int i = 0; i < 5; i++) {
            ended(now.minus(DAYS_31));
        }

        assertThat(turns.deleteEnded(Duration.ofDays(30), 3)).isEqualTo(3);
        assertThat(turns.deleteEnded(Duration.ofDays(30), 3)).isEqualTo(2);
    }

    private Turn ended(Instant at) {
        Turn turn = table.enter(null);
        turns.markEnded(TurnTable.completed(turn, "offline", new OutcomePlace(0, 0), at));
        return turn;
    }
}
