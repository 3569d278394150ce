package dev.parley.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.tool.ToolOutcome.Failure;
import dev.parley.agent.tool.ToolOutcome.Success;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ToolRegistryTest {
    private static final String ARGUMENTS = "{\"display_name\":\"box\"}";

    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
    private final ToolInvocation invocation =
            new ToolInvocation("turn:1:0", Instant.now().plusSeconds(30), cancelled);

    @Test
    void a_call_runs_with_its_arguments_and_its_effect_id() {
        var seen = new AtomicReference<Object>();
        PreparedCall call = prepare((parameters, it) -> {
            seen.set(List.of(parameters.displayName(), parameters.count(), it.toolCallId()));
            return new Success(Map.of("ok", true), true);
        });

        assertThat(call.run(invocation)).isEqualTo(new Success(Map.of("ok", true), true));
        assertThat(seen.get()).isEqualTo(List.of("box", 3, "turn:1:0"));
        assertThat(call.toolId()).isEqualTo("sample");
        assertThat(call.effect()).isEqualTo(ToolEffect.WRITE);
        assertThat(call.effect().repeatable()).isFalse();
        assertThat(call.arguments()).containsEntry("display_name", "box").containsEntry("count", 3);
    }

    @Test
    void a_tool_that_does_not_exist_is_told_to_the_model() {
        PreparedCall call =
                tools((parameters, it) -> new Success(Map.of(), false)).prepare("teleport", "{\"to\":\"Mars\"}");

        assertThat(call.run(invocation))
                .isEqualTo(new Failure("unknown_tool", "There is no tool “teleport”. The tools are: sample"));
        assertThat(call.arguments()).isEqualTo(Map.of("to", "Mars"));
        assertThat(call.isKnown()).isFalse();
        assertThat(call.effect().repeatable()).isFalse();
    }

    @Test
    void arguments_that_are_not_valid_are_told_to_the_model() {
        PreparedCall call = tools((parameters, it) -> new Success(Map.of(), false))
                .prepare("sample", "{\"display_name\":\"box\",\"count\":99}");

        assertThat(call.run(invocation)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo("invalid_arguments");
            assertThat(failure.detail()).contains("count").contains("9");
        });
        assertThat(call.arguments()).containsEntry("count", 99);
    }

    @Test
    void arguments_that_are_too_long_are_told_to_the_model_and_kept_nowhere() {
        PreparedCall call = tools((parameters, it) -> new Success(Map.of(), false))
                .prepare("sample", "{\"display_name\":\"%s\"}".formatted("x".repeat(32_000)));

        assertThat(call.run(invocation)).extracting(ToolRegistryTest::code).isEqualTo("invalid_arguments");
        assertThat(call.arguments()).isEmpty();
    }

    @Test
    void an_exception_is_an_outcome() {
        PreparedCall call = prepare((parameters, it) -> {
            throw new IllegalStateException("a secret of the house");
        });

        assertThat(call.run(invocation)).isEqualTo(new Failure("tool_failed", "The tool “Sample” failed."));
    }

    @Test
    void a_tool_that_hangs_is_given_up_and_interrupted() {
        var interrupted = new AtomicBoolean();
        var tool = new SampleTool("sample", ToolEffect.READ, Duration.ofMillis(100), hanging(interrupted));

        ToolOutcome outcome =
                TestTools.registry(List.of(tool)).prepare("sample", ARGUMENTS).run(invocation);

        assertThat(outcome).isEqualTo(new Failure("tool_timeout", "The tool “Sample” did not answer in time."));
        await().untilTrue(interrupted);
    }

    @Test
    void the_deadline_of_the_turn_ends_a_call_too() {
        var soon = new ToolInvocation("turn:1:0", Instant.now().plusMillis(100), cancelled);
        var late = new ToolInvocation("turn:1:0", Instant.now().minusMillis(1), cancelled);

        assertThat(prepare(hanging(new AtomicBoolean())).run(soon))
                .extracting(ToolRegistryTest::code)
                .isEqualTo("tool_timeout");
        assertThat(prepare((parameters, it) -> new Success(Map.of(), false)).run(late))
                .extracting(ToolRegistryTest::code)
                .isEqualTo("tool_timeout");
    }

    @Test
    void cancelling_ends_a_call() {
        var interrupted = new AtomicBoolean();
        PreparedCall call = prepare((parameters, it) -> {
            Thread.startVirtualThread(() -> cancelled.complete(null));
            return hanging(interrupted).run(parameters, it);
        });

        assertThat(call.run(invocation)).extracting(ToolRegistryTest::code).isEqualTo("cancelled");
        await().untilTrue(interrupted);
    }

    @Test
    void what_nobody_wants_is_not_begun() {
        cancelled.complete(null);
        PreparedCall call = prepare((parameters, it) -> {
            throw new AssertionError("it was begun");
        });

        assertThat(call.run(invocation)).extracting(ToolRegistryTest::code).isEqualTo("cancelled");
    }

    @Test
    void two_tools_of_one_name_stop_the_start() {
        SampleTool tool = SampleTool.that((parameters, it) -> new Success(Map.of(), false));

        assertThatThrownBy(() -> TestTools.registry(List.of(tool, tool))).hasMessageContaining("sample");
    }

    @Test
    void a_name_that_models_would_refuse_stops_the_start() {
        var tool = new SampleTool(
                "Sample Tool",
                ToolEffect.READ,
                Duration.ofSeconds(1),
                (parameters, it) -> new Success(Map.of(), false));

        assertThatThrownBy(() -> TestTools.registry(List.of(tool))).hasMessageContaining("Sample Tool");
    }

    @Test
    void a_model_reads_results_and_failures_as_json() {
        assertThat(new Success(Map.of("ok", true), false).forModel()).isEqualTo("{\"ok\":true}");
        assertThat(new Failure("tool_failed", "It “failed”.").forModel())
                .contains("\"error\":\"tool_failed\"", "\"detail\":\"It “failed”.\"");
        assertThat(ToolOutcome.of(new SampleTool.Point(1.5, 2), true).result())
                .isEqualTo(Map.of("lat", 1.5, "lng", 2.0));
    }

    private static SampleTool.Behaviour hanging(AtomicBoolean interrupted) {
        return (parameters, it) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
            return new Success(Map.of(), false);
        };
    }

    private static Tools tools(SampleTool.Behaviour behaviour) {
        return TestTools.registry(List.of(SampleTool.that(behaviour)));
    }

    private static PreparedCall prepare(SampleTool.Behaviour behaviour) {
        return tools(behaviour).prepare("sample", ARGUMENTS);
    }

    private static String code(ToolOutcome outcome) {
        return outcome instanceof Failure failure ? failure.code() : "success";
    }
}
