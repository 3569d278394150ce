package dev.parley.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.model.ModelFailure.Code;
import dev.parley.agent.model.ModelMessage.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final ModelRequest REQUEST = ModelRequest.of(List.of(new User("Hello?")));
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger asked = new AtomicInteger();
    private volatile Code failure = Code.MODEL_OVERLOADED;
    private volatile boolean works;
    private final Breaker breaker = new Breaker("test", PAUSE);
    private final Model model = new SteadyModel(
            "test",
            this::answer,
            new Steadiness(
                    new Patience(LONG, LONG, 3, Duration.ofMillis(2), PAUSE.dividedBy(2)),
                    SteadyModels.timer(),
                    breaker,
                    SteadyModels.telemetry()),
            0.7);

    @Test
    void a_provider_that_is_down_is_not_asked_any_more() {
        ask(4);
        int before = asked.get();

        ModelFailure refused = ask(1);

        assertThat(model.isAvailable()).isFalse();
        assertThat(asked.get()).isEqualTo(before).isLessThanOrEqualTo(12);
        assertThat(refused.code()).isEqualTo(Code.MODEL_OVERLOADED);
        assertThat(refused.retryable()).isTrue();
        assertThat(refused.detail()).contains("left alone");
    }

    @Test
    void after_a_pause_a_few_ask_again_and_all_when_it_answers_them() {
        ask(4);
        works = true;
        await().until(model::isAvailable);

        for (int i = 0; i < 20; i++) {
            var heard = new Heard();
            model.start(REQUEST, heard);
            assertThat(heard.reply().text()).isEqualTo("Here.");
        }
    }

    @Test
    void after_a_pause_that_has_not_helped_there_is_another() {
        ask(4);
        await().until(model::isAvailable);
        int before = asked.get();

        ask(3);

        assertThat(model.isAvailable()).isFalse();
        assertThat(asked.get() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void who_refuses_us_is_not_down() {
        failure = Code.MODEL_UNAVAILABLE;

        ask(30);

        assertThat(model.isAvailable()).isTrue();
        assertThat(asked.get()).isEqualTo(30);
    }

    @Test
    void a_cancelled_call_says_nothing_of_the_provider() {
        var silent = new SteadyModel(
                "test",
                (request, listener) -> () -> {},
                new Steadiness(
                        new Patience(LONG, LONG, 1, PAUSE, PAUSE),
                        SteadyModels.timer(),
                        breaker,
                        SteadyModels.telemetry()),
                0.7);

        for (int i = 0; i < 30; i++) {
            var heard = new Heard();
            silent.start(REQUEST, heard).cancel();
            assertThat(heard.reply().reason()).isEqualTo(StopReason.CANCELLED);
        }

        assertThat(silent.isAvailable()).isTrue();
    }

    private ModelFailure ask(int times) {
        ModelFailure last = null;
        for (int i = 0; i < times; i++) {
            var heard = new Heard();
            model.start(REQUEST, heard);
            last = heard.failure();
        }
        return java.util.Objects.requireNonNull(last);
    }

    private ModelCall answer(ModelRequest request, StreamListener listener) {
        asked.incrementAndGet();
        if (works) {
            listener.text("Here.");
            listener.finished(new ModelReply("Here.", List.of(), StopReason.STOP, 1, 1));
        } else {
            boolean retryable = failure == Code.MODEL_OVERLOADED;
            listener.failed(new ModelFailure(failure, "No.", retryable, null, null));
        }
        return () -> {};
    }
}
