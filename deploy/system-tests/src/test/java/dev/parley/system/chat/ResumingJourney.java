package dev.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.OpenStream;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.SseEvent;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that breaks loses no word. */
@Journey
class ResumingJourney {
    private final Visitor visitor;
    private final Stack stack;

    ResumingJourney(Stack stack) {
        this.stack = stack;
        this.visitor = stack.visitor();
    }

    @Test
    void a_finished_answer_can_be_replayed_and_gone_on_with_behind_any_event() {
        Answer answer = visitor.ask("Hello! My name is Ada.");

        assertThat(follow(answer.followPath())).isEqualTo(answer);
        int step = Math.max(1, answer.events().size() / 5);
        for (int seen = 0; seen < answer.events().size() - 1; seen += step) {
            List<SseEvent> rest =
                    answer.events().subList(seen + 1, answer.events().size());
            String id = answer.events().get(seen).id();
            assertThat(follow(answer.followPath(), "Last-Event-ID", id).events())
                    .isEqualTo(rest);
            assertThat(follow(answer.followPath() + "?after=" + id).events()).isEqualTo(rest);
        }
    }

    @Test
    void behind_the_last_event_there_is_nothing() {
        Answer answer = visitor.ask("Hello! My name is Ada.");

        assertThat(visitor.get(
                                answer.followPath(),
                                "Last-Event-ID",
                                answer.last().id())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_reader_who_leaves_in_the_middle_and_comes_back_misses_nothing_and_gets_nothing_twice() {
        List<SseEvent> read = new ArrayList<>();
        Question question = Question.of("Count, please").toModel(stack.simulated("sim-80x25"));
        try (OpenStream stream = visitor.open(question)) {
            read.addAll(List.of(stream.next(), stream.next(), stream.next()));
        }

        String path = "/api/chat/turns/" + read.getFirst().text("turn_id") + "/stream";
        try (OpenStream again =
                visitor.follow(path, "Last-Event-ID", read.getLast().id())) {
            read.addAll(List.of(again.next(), again.next(), again.next()));
        }
        read.addAll(follow(path, "Last-Event-ID", read.getLast().id()).events());

        Answer put = new Answer(read);
        Truths.wholeAnswer(put);
        assertThat(put).isEqualTo(follow(path));
    }

    @Test
    void two_readers_of_one_turn_see_the_same() {
        Question question = Question.of("Count, please").toModel(stack.simulated("sim-60x25"));
        try (OpenStream first = visitor.open(question)) {
            String turn = first.next().text("turn_id");
            Answer second = follow("/api/chat/turns/" + turn + "/stream");

            Truths.wholeAnswer(second);
            assertThat(second).isEqualTo(first.toEnd());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "99-0-1", "0-999999999-1", "-1--1--1"})
    void an_id_that_is_not_of_this_turn_is_refused(String id) {
        Answer answer = visitor.ask("Hello!");

        Truths.problem(visitor.get(answer.followPath(), "Last-Event-ID", id), 400, "bad_event_id");
    }

    @Test
    void nobody_else_can_follow() {
        Answer answer = visitor.ask("Hello!");
        Visitor stranger = visitor.stranger();

        Truths.problem(stranger.get(answer.followPath()), 404, "not_found");
        Truths.problem(stranger.get("/api/chat/turns/" + answer.turn()), 404, "not_found");
    }

    private Answer follow(String path, String... headers) {
        try (OpenStream stream = visitor.follow(path, headers)) {
            return stream.toEnd();
        }
    }
}
