package dev.parley.system.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fifty visitors at once on a day on which nothing breaks. */
@Journey
class LoadJourney {
    private final Stack stack;

    LoadJourney(Stack stack) {
        this.stack = stack;
    }

    @Test
    void fifty_conversations_at_once_are_each_answered_whole_and_kept_as_they_were_shown() {
        try (Load load = Load.start(List.of(stack.gateway()), stack.simulated("sim"), Shape.FIFTY)) {
            await().atMost(Duration.ofMinutes(3)).until(() -> load.ended() >= 3L * Shape.FIFTY.visitors());

            Invariants.hold(stack, load.stop());

            assertThat(load.turns()).allSatisfy(turn -> {
                assertThat(turn.attempts()).as(turn.toString()).isEqualTo(1);
                assertThat(turn.breaks()).as(turn.toString()).isEmpty();
            });
        }
    }
}
