package dev.parley.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.tool.ToolOutcome.Failure;
import dev.parley.agent.tool.ToolOutcome.Success;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tools that others describe. */
class SchemaToolTest {
    private static final Map<String, Object> SCHEMA = Map.of(
            "type", "object",
            "properties", Map.of("word", Map.of("type", "string"), "times", Map.of("type", "integer", "default", 2)),
            "required", List.of("word"));

    private record Said(String word, String times) {}

    /** Gives its arguments back. */
    private record Echo(String id, Map<String, Object> schema) implements SchemaTool {
        @Override
        public ToolDescription description() {
            return new ToolDescription(
                    id,
                    "Echo",
                    "Says it again.",
                    "🦜",
                    schema,
                    false,
                    ToolEffect.WRITE,
                    Duration.ofSeconds(5),
                    List.of());
        }

        @Override
        public ToolOutcome run(Map<String, @Nullable Object> arguments, ToolInvocation invocation) {
            return ToolOutcome.of(
                    new Said(String.valueOf(arguments.get("word")), String.valueOf(arguments.get("times"))), false);
        }
    }

    @Test
    void a_call_gets_valid_arguments_with_the_defaults() {
        PreparedCall call = prepare("{\"word\":\"tea\",\"times\":null}");

        assertThat(run(call)).isEqualTo(new Success(Map.of("word", "tea", "times", "2"), false));
        assertThat(call.effect()).isEqualTo(ToolEffect.WRITE);
        assertThat(call.toolId()).isEqualTo("echo");
        assertThat(call.arguments()).containsEntry("times", 2);
    }

    @Test
    void what_is_wrong_with_arguments_is_told_to_the_model() {
        assertThat(run(prepare("{\"word\":5}"))).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo("invalid_arguments");
            assertThat(failure.detail()).contains("word").contains("Expected is an object of this schema");
        });
        assertThat(run(prepare("nothing"))).isInstanceOf(Failure.class);
    }

    @Test
    void a_source_may_offer_others_later_and_what_cannot_be_described_is_left_out() {
        List<SchemaTool> offered = new ArrayList<>(List.of(new Echo("echo", SCHEMA)));
        ToolRegistry registry = TestTools.of(
                List.of(SampleTool.that((parameters, it) -> new Success(Map.of(), false))), () -> List.copyOf(offered));
        assertThat(ids(registry)).containsExactly("echo", "sample");

        offered.add(new Echo("later", SCHEMA));
        offered.add(new Echo("sample", SCHEMA));
        offered.add(new Echo("Not An Id", SCHEMA));
        offered.add(new Echo("text", Map.of("type", "string")));
        offered.add(new Echo("broken", Map.of("type", "object", "properties", 7)));
        registry.refresh();

        assertThat(ids(registry)).containsExactly("echo", "later", "sample");
        assertThat(registry.find("sample").orElseThrow().name()).isEqualTo("Sample");
    }

    private static List<String> ids(Tools tools) {
        return tools.all().stream().map(ToolDescription::toolId).toList();
    }

    private static PreparedCall prepare(String arguments) {
        return TestTools.registry(List.of(), List.of(new Echo("echo", SCHEMA))).prepare("echo", arguments);
    }

    private static ToolOutcome run(PreparedCall call) {
        return call.run(new ToolInvocation("turn:1:0", Instant.now().plusSeconds(30), new CompletableFuture<>()));
    }
}
