package dev.parley.agent.tool;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tool with a parameter of each kind, that does what a test says. */
final class SampleTool implements Tool<SampleTool.Parameters> {
    interface Behaviour {
        ToolOutcome run(Parameters parameters, ToolInvocation invocation) throws Exception;
    }

    enum Unit {
        METRIC,
        IMPERIAL
    }

    record Point(double lat, double lng) {}

    record Parameters(
            @NotBlank @Size(max = 10) @About("What it is called")
            String displayName,

            @Min(1) @Max(9) @Default("3") int count,
            @Default("\"METRIC\"") Unit unit,
            @Nullable Boolean verbose,
            @Nullable @Size(max = 2) List<String> tags,
            @Nullable Point at) {}

    private final ToolCard card;
    private final Behaviour behaviour;

    SampleTool(String toolId, ToolEffect effect, Duration timeout, Behaviour behaviour) {
        this.card = new ToolCard(toolId, "Sample", "Does as it is told.", "🧪", effect, timeout, List.of("do it"));
        this.behaviour = behaviour;
    }

    static SampleTool that(Behaviour behaviour) {
        return new SampleTool("sample", ToolEffect.WRITE, Duration.ofSeconds(10), behaviour);
    }

    @Override
    public ToolCard card() {
        return card;
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public ToolOutcome run(Parameters parameters, ToolInvocation invocation) throws Exception {
        return behaviour.run(parameters, invocation);
    }
}
