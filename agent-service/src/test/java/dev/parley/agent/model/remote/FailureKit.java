package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.Heard;
import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelFailure.Code;
import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.SteadyModels;
import dev.parley.simulator.llm.LlmSimulator;
import dev.parley.simulator.llm.Script;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How every dialect tells its failures; a class for each says so. */
abstract class FailureKit {
    final LlmSimulator simulator = LlmSimulator.start();
    private final Heard heard = new Heard();
    private final Function<String, Remote> dialect;
    private final Remote provider;
    private final String model;

    /** @param dialect a provider at an address */
    FailureKit(Function<String, Remote> dialect, String model) {
        this.dialect = dialect;
        this.provider = dialect.apply(simulator.baseUrl());
        this.model = model;
    }

    @AfterEach
    void stop() {
        provider.close();
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, MODEL_REJECTED_REQUEST, false, 1",
        "401, MODEL_UNAVAILABLE, false, 1",
        "403, MODEL_UNAVAILABLE, false, 1",
        "404, MODEL_UNAVAILABLE, false, 1",
        "413, MODEL_REJECTED_REQUEST, false, 1",
        "429, MODEL_RATE_LIMITED, true, 3",
        "500, MODEL_OVERLOADED, true, 3",
        "503, MODEL_OVERLOADED, true, 3",
        "529, MODEL_OVERLOADED, true, 3"
    })
    void an_error_status_means_this(int status, Code code, boolean retryable, int tries) {
        simulator.byDefault(Script.fail(status));

        ModelFailure failure = failureOf(model());

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.retryable()).isEqualTo(retryable);
        assertThat(simulator.requests()).hasSize(tries);
        assertThat(failure.detail()).doesNotContain("a-key", "http", "Exception");
    }

    @Test
    void a_short_failure_is_not_noticed() {
        simulator.byDefault(Script.fail(503).times(2).then(Script.say("Here again.")));

        ask(model());

        assertThat(heard.reply().text()).isEqualTo("Here again.");
    }

    @Test
    void retry_after_is_honoured() {
        var wait = Duration.ofSeconds(1);
        simulator.byDefault(Script.fail(429).retryAfter(wait).times(1).then(Script.say("Better.")));
        long begin = System.nanoTime();

        ask(model());

        assertThat(heard.reply().text()).isEqualTo("Better.");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(wait);
    }

    @Test
    void a_long_retry_after_is_handed_on() {
        simulator.byDefault(Script.fail(429).retryAfter(Duration.ofMinutes(2)));

        ModelFailure failure = failureOf(model());

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void nobody_at_the_address_is_retryable() {
        LlmSimulator gone = LlmSimulator.start();
        gone.close();
        try (var nowhere = dialect.apply(gone.baseUrl())) {
            ModelFailure failure = failureOf(SteadyModels.patient(nowhere.open(model)));

            assertThat(failure.code()).isEqualTo(Code.MODEL_OVERLOADED);
            assertThat(failure.retryable()).isTrue();
        }
    }

    @Test
    void an_answer_that_breaks_off_is_said_to() {
        simulator.byDefault(Script.say("one two three four").cutAfter(2));

        ModelFailure failure = failureOf(model());

        assertThat(failure.code()).isEqualTo(Code.MODEL_CUT_OFF);
        assertThat(failure.retryable()).isTrue();
        assertThat(heard.text()).startsWith("one");
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void an_answer_that_breaks_off_before_it_began_is_asked_for_again() {
        simulator.byDefault(Script.say("one two three").cutAfter(0).times(1));

        ask(model());

        assertThat(heard.reply().text()).isEqualTo("one two three");
    }

    @Test
    void what_is_no_stream_is_no_answer() {
        simulator.byDefault(Script.fail(200));

        assertThat(failureOf(model()).code()).isEqualTo(Code.MODEL_GARBLED);
    }

    @Test
    void garbage_ends_the_answer() {
        simulator.byDefault(Script.say("one two three four").garbageAfter(2));

        ModelFailure failure = failureOf(model());

        assertThat(failure.code()).isEqualTo(Code.MODEL_GARBLED);
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void an_error_in_the_middle_ends_the_answer() {
        simulator.byDefault(Script.say("one two three four").errorAfter(2));

        assertThat(failureOf(model()).code()).isEqualTo(Code.MODEL_OVERLOADED);
    }

    @Test
    void a_stall_in_the_middle_ends_the_answer() {
        simulator.byDefault(Script.say("one two three four").stallAfter(2));

        ModelFailure failure =
                failureOf(SteadyModels.waiting(provider.open(model), Duration.ofSeconds(10), Duration.ofMillis(300)));

        assertThat(failure.code()).isEqualTo(Code.MODEL_TIMEOUT);
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void silence_from_the_start_is_tried_three_times() {
        simulator.byDefault(Script.say("Never.").first(Duration.ofMinutes(1)));

        ModelFailure failure =
                failureOf(SteadyModels.waiting(provider.open(model), Duration.ofMillis(300), Duration.ofSeconds(10)));

        assertThat(failure.code()).isEqualTo(Code.MODEL_TIMEOUT);
        assertThat(simulator.requests()).hasSize(3);
    }

    @Test
    void a_withheld_answer_is_said_to_be() {
        simulator.byDefault(Script.say("I must not").finish("content_filter"));

        ModelFailure failure = failureOf(model());

        assertThat(failure.code()).isEqualTo(Code.CONTENT_FILTERED);
        assertThat(failure.retryable()).isFalse();
    }

    final Model model() {
        return SteadyModels.patient(provider.open(model));
    }

    final ModelFailure failureOf(Model model) {
        ask(model);
        return heard.failure();
    }

    private void ask(Model model) {
        model.start(ModelRequest.of(List.of(new User("Hello?"))), heard);
    }
}
