package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnPaused;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.RetryLater;
import dev.parley.platform.work.WorkItem;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.topic.TopicReader;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Workers are killed while a turn runs, and at every single step of ending it: what was shown last is what is stored. */
@AgentTest
class KilledEndingsTest {
    /** So many steps into a turn that calls a tool, what it says of that is shown, and not yet decided. */
    private static final int IN_THE_ANSWER = 9;

    private static final Failure GIVEN_UP = new Failure(Failure.CRASHED_WORKERS, "It kills.");

    private final TurnHandler handler;
    private final Results results;
    private final TopicReader stream = TopicReader.fromNow("chat.turn-stream");

    KilledEndingsTest(@Autowired TurnHandler handler, @Autowired TestDatabase database) {
        this.handler = handler;
        this.results = new Results(JdbcClient.create(database.dataSource()));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void a_turn_that_is_given_up_shows_what_is_stored_wherever_its_workers_are_killed() throws Exception {
        killEverywhere(item -> handler.giveUp(item, GIVEN_UP));
    }

    @Test
    void a_turn_that_is_cancelled_shows_what_is_stored_wherever_its_workers_are_killed() throws Exception {
        killEverywhere(handler::cancelled);
    }

    @Test
    void a_decided_turn_is_told_whole_wherever_its_tellers_are_killed() throws Exception {
        boolean died = true;
        for (int steps = 0; died; steps++) {
            RequestTurn turn = turn();
            assertThat(Mortals.die(Mortals.NEVER, handler::run, turn, 1)).isFalse();
            died = Mortals.die(steps, handler::run, turn, 2);
            assertThat(Mortals.die(Mortals.NEVER, handler::run, turn, 3)).isFalse();
            check(turn);
        }
    }

    @Test
    void an_attempt_that_broke_off_leaves_the_end_to_another_one() throws Exception {
        for (int steps = 0; steps <= IN_THE_ANSWER; steps++) {
            RequestTurn turn = turn();
            WorkItem item = Mortals.item(turn, 1, new MortalFence(steps));
            assertThat(Mortals.die(handler::run, item)).isTrue();

            assertThatThrownBy(() -> Mortals.live(handler::cancelled, item)).isInstanceOf(RetryLater.class);
            assertThatThrownBy(() -> Mortals.live(given -> handler.giveUp(given, GIVEN_UP), item))
                    .isInstanceOf(RetryLater.class);

            assertThat(Mortals.die(Mortals.NEVER, handler::cancelled, turn, 2)).isFalse();
            check(turn);
        }
    }

    private void killEverywhere(Mortals.Deed ending) throws InterruptedException {
        boolean died = true;
        for (int steps = 0; died; steps++) {
            RequestTurn turn = turn();
            died = Mortals.die(steps, handler::run, turn, 1);
            assertThat(Mortals.die(Mortals.NEVER, ending, turn, 2)).isFalse();
            check(turn);
        }
        died = true;
        for (int steps = 0; died; steps++) {
            RequestTurn turn = turn();
            assertThat(Mortals.die(IN_THE_ANSWER, handler::run, turn, 1)).isTrue();
            died = Mortals.die(steps, ending, turn, 2);
            assertThat(Mortals.die(Mortals.NEVER, ending, turn, 3)).isFalse();
            check(turn);
        }
    }

    private void check(RequestTurn turn) {
        Shown.of(turn, stream).check(text(results.find(turn.turnId()).orElseThrow()));
    }

    private static String text(TurnOutcome outcome) {
        return switch (outcome) {
            case TurnCompleted done -> done.text();
            case TurnFailed failed -> failed.text();
            case TurnStarted _, TurnPaused _ -> throw new IllegalArgumentException("It has not ended: " + outcome);
        };
    }

    private static RequestTurn turn() {
        return Requests.plain(new ConversationId(UUID.randomUUID()), "tool reading");
    }
}
