package dev.parley.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.model.ModelFailure.Code;
import dev.parley.agent.model.ModelMessage.User;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SteadyModelTest {
    private static final ModelRequest REQUEST = ModelRequest.of(List.of(new User("How are you?")));
    private static final Duration SOON = Duration.ofMillis(80);
    private static final Duration LATER = Duration.ofSeconds(20);

    private final Heard heard = new Heard();

    @Test
    void hands_on_pieces_and_reply() {
        var provider = new ScriptedProvider(says("Fine, ", "thanks."));

        SteadyModels.patient(provider).start(REQUEST, heard);

        assertThat(heard.reply()).isEqualTo(reply("Fine, thanks."));
        assertThat(heard.pieces()).containsExactly("Fine, ", "thanks.");
    }

    @Test
    void asks_with_the_configured_temperature_unless_the_request_has_one() {
        var provider = new ScriptedProvider(says("a"), says("b"));
        Model model = SteadyModels.patient(provider);

        model.start(REQUEST, new Heard());
        model.start(new ModelRequest(REQUEST.messages(), List.of(), null, 0.1), new Heard());

        assertThat(provider.requests).extracting(ModelRequest::temperature).containsExactly(0.7, 0.1);
    }

    @Test
    void tries_again_until_it_works() {
        var provider = new ScriptedProvider(fails(true, null), fails(true, null), says("At last."));

        SteadyModels.patient(provider).start(REQUEST, heard);

        assertThat(heard.reply().text()).isEqualTo("At last.");
        assertThat(provider.tries()).isEqualTo(3);
    }

    @Test
    void gives_up_after_three_tries() {
        var provider = new ScriptedProvider(fails(true, null), fails(true, null), fails(true, null), says("Too late."));

        SteadyModels.patient(provider).start(REQUEST, heard);

        assertThat(heard.failure().code()).isEqualTo(Code.MODEL_OVERLOADED);
        assertThat(provider.tries()).isEqualTo(3);
    }

    @Test
    void does_not_try_again_what_cannot_work() {
        var provider = new ScriptedProvider(fails(false, null), says("No."));

        SteadyModels.patient(provider).start(REQUEST, heard);

        assertThat(heard.failure().retryable()).isFalse();
        assertThat(provider.tries()).isEqualTo(1);
    }

    @Test
    void waits_as_long_as_the_provider_wants() {
        var wanted = Duration.ofMillis(300);
        var provider = new ScriptedProvider(fails(true, wanted), says("Thanks for waiting."));
        long begin = System.nanoTime();

        SteadyModels.patient(provider).start(REQUEST, heard);

        assertThat(heard.reply().text()).isEqualTo("Thanks for waiting.");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(wanted);
    }

    @Test
    void does_not_wait_for_a_provider_that_wants_too_long() {
        var provider = new ScriptedProvider(fails(true, Duration.ofMinutes(5)), says("No."));

        SteadyModels.patient(provider).start(REQUEST, heard);

        assertThat(heard.failure().retryAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(provider.tries()).isEqualTo(1);
    }

    @Test
    void does_not_try_again_once_something_was_said() {
        var provider = new ScriptedProvider(
                listener -> {
                    listener.text("Once upon a ");
                    fails(true, null).accept(listener);
                },
                says("No."));

        SteadyModels.patient(provider).start(REQUEST, heard);

        assertThat(heard.failure().code()).isEqualTo(Code.MODEL_OVERLOADED);
        assertThat(heard.text()).isEqualTo("Once upon a ");
        assertThat(provider.tries()).isEqualTo(1);
    }

    @Test
    void a_provider_that_does_not_begin_is_tried_again_and_then_given_up() {
        var provider = new ScriptedProvider();

        SteadyModels.waiting(provider, SOON, LATER).start(REQUEST, heard);

        assertThat(heard.failure().code()).isEqualTo(Code.MODEL_TIMEOUT);
        assertThat(provider.tries()).isEqualTo(3);
        await().until(() -> provider.cancelled() == 3);
    }

    @Test
    void a_provider_that_stalls_is_given_up() {
        var provider = new ScriptedProvider(listener -> listener.text("And then "));

        SteadyModels.waiting(provider, LATER, SOON).start(REQUEST, heard);

        assertThat(heard.failure().code()).isEqualTo(Code.MODEL_TIMEOUT);
        assertThat(heard.text()).isEqualTo("And then ");
        await().until(() -> provider.cancelled() == 1);
    }

    @Test
    void a_provider_that_shows_life_has_not_stalled() {
        var limit = Duration.ofSeconds(1);
        var provider = new ScriptedProvider(listener -> {
            for (int i = 0; i < 4; i++) {
                pause(limit.dividedBy(3));
                listener.alive();
            }
            says("Here I am.").accept(listener);
        });

        SteadyModels.waiting(provider, limit, limit).start(REQUEST, heard);

        assertThat(heard.reply().text()).isEqualTo("Here I am.");
        assertThat(provider.tries()).isEqualTo(1);
    }

    @Test
    void cancelling_before_the_first_token_ends_it() {
        var provider = new ScriptedProvider();

        ModelCall call = SteadyModels.patient(provider).start(REQUEST, heard);
        call.cancel();
        call.cancel();

        assertThat(heard.reply().reason()).isEqualTo(StopReason.CANCELLED);
        assertThat(heard.reply().text()).isEmpty();
        assertThat(heard.reply().inputTokens()).isPositive();
        await().until(() -> provider.cancelled() == 1);
    }

    @Test
    void cancelling_in_the_middle_keeps_what_was_said() throws InterruptedException {
        var provider = new ScriptedProvider(listener -> listener.text("So far "));

        ModelCall call = SteadyModels.patient(provider).start(REQUEST, heard);
        heard.awaitFirstPiece();
        call.cancel();

        assertThat(heard.reply()).isEqualTo(new ModelReply("So far ", List.of(), StopReason.CANCELLED, 8, 2));
    }

    @Test
    void cancelling_between_two_tries_ends_it() {
        var provider = new ScriptedProvider(fails(true, Duration.ofMillis(1_500)), says("No."));

        ModelCall call = SteadyModels.patient(provider).start(REQUEST, heard);
        await().until(() -> provider.tries() == 1);
        call.cancel();

        assertThat(heard.reply().reason()).isEqualTo(StopReason.CANCELLED);
        assertThat(provider.tries()).isEqualTo(1);
    }

    @Test
    void cancelling_after_the_end_does_nothing() {
        var provider = new ScriptedProvider(says("Done."));
        ModelCall call = SteadyModels.patient(provider).start(REQUEST, heard);
        heard.reply();

        call.cancel();

        assertThat(heard.reply().reason()).isEqualTo(StopReason.STOP);
    }

    @Test
    void what_comes_after_the_end_is_not_heard() {
        var provider = new ScriptedProvider(says("Done."));
        SteadyModels.patient(provider).start(REQUEST, heard);
        heard.reply();

        StreamListener late = provider.listeners.element();
        late.text("more");
        late.finished(reply("more"));
        fails(true, null).accept(late);

        heard.assertProper();
        assertThat(heard.text()).isEqualTo("Done.");
    }

    @Test
    void a_request_that_cannot_be_made_is_a_failure() {
        Streaming refusing = (request, listener) -> {
            throw new IllegalArgumentException("text cannot be blank");
        };

        SteadyModels.patient(refusing).start(REQUEST, heard);

        assertThat(heard.failure().code()).isEqualTo(Code.MODEL_REJECTED_REQUEST);
    }

    @Test
    void whoever_ends_it_first_ends_it_alone() {
        for (int i = 0; i < 300; i++) {
            var racing = new Heard();
            var provider = new ScriptedProvider(says("a", "b", "c"));
            ModelCall call = SteadyModels.waiting(provider, Duration.ofMillis(1), Duration.ofMillis(1))
                    .start(REQUEST, racing);
            Thread.startVirtualThread(call::cancel);
            Thread.startVirtualThread(call::cancel);

            racing.awaitOver();
        }
    }

    private static Consumer<StreamListener> says(String... pieces) {
        return listener -> {
            List.of(pieces).forEach(listener::text);
            listener.finished(reply(String.join("", pieces)));
        };
    }

    private static Consumer<StreamListener> fails(boolean retryable, @Nullable Duration retryAfter) {
        return listener ->
                listener.failed(new ModelFailure(Code.MODEL_OVERLOADED, "It is down.", retryable, retryAfter, null));
    }

    private static ModelReply reply(String text) {
        return new ModelReply(text, List.of(), StopReason.STOP, 10, 5);
    }

    private static void pause(Duration time) {
        await().pollDelay(time).until(() -> true);
    }
}
