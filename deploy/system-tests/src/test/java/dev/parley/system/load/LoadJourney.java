package dev.parley.system.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Fifty visitors at once on a day on which nothing breaks. */
@Journey
class LoadJourney {
    private static final int READERS = 20;
    private static final int TURNS = 4;

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

    @Test
    void what_has_ended_is_in_the_first_read_that_follows() {
        List<String> missing = new CopyOnWriteArrayList<>();
        List<Thread> readers = Stream.generate(() -> Thread.ofVirtual().start(() -> askAndRead(missing)))
                .limit(READERS)
                .toList();

        await().atMost(Duration.ofMinutes(3)).until(() -> readers.stream().noneMatch(Thread::isAlive));
        assertThat(missing).as("answers that the first read did not show").isEmpty();
    }

    private void askAndRead(List<String> missing) {
        Visitor visitor = stack.visitor();
        Question question = Question.of("[[tokens:5 gap=5]]").toModel(stack.simulated("sim"));
        String conversation = visitor.ask(question).conversation();
        for (int turn = 0; turn < TURNS; turn++) {
            Answer answer = visitor.ask(question.in(conversation));
            List<String> read = visitor.messages(conversation).stream()
                    .map(message -> message.path("content").asString(""))
                    .toList();
            if (!read.contains(answer.text())) {
                missing.add(answer.turn());
            }
        }
    }
}
