package dev.parley.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.ModelFailure.Code;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTelemetryTest {
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ModelTelemetry telemetry = new ModelTelemetry(meters, PriceTable.load("/model/prices.csv"));
    private final Heard heard = new Heard();

    @Test
    void an_answer_is_measured_by_the_conventions() {
        ModelListener listener = listener("openai:gpt-4o-mini");

        listener.text("Hello.");
        listener.finished(new ModelReply("Hello.", List.of(), StopReason.STOP, 1_000, 200));

        assertThat(heard.reply().text()).isEqualTo("Hello.");
        String[] tags = {
            "gen_ai.operation.name", "chat", "gen_ai.provider.name", "openai", "gen_ai.request.model", "gpt-4o-mini"
        };
        assertThat(meters.get("gen_ai.client.operation.duration")
                        .tags(tags)
                        .tag("error.type", "none")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("gen_ai.client.operation.time_to_first_chunk")
                        .tags(tags)
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("gen_ai.client.token.usage")
                        .tag("gen_ai.token.type", "input")
                        .summary()
                        .totalAmount())
                .isEqualTo(1_000);
        assertThat(meters.get("parley.model.cost").tags(tags).counter().count()).isEqualTo(0.00027);
    }

    @Test
    void models_that_never_answered_make_no_series() {
        for (int i = 0; i < 50; i++) {
            listener("openai:made-up-" + i)
                    .failed(new ModelFailure(Code.MODEL_UNAVAILABLE, "There is none.", false, null, null));
        }

        assertThat(meters.get("gen_ai.client.operation.duration").timers()).hasSize(1);
        assertThat(meters.get("gen_ai.client.operation.duration")
                        .tag("gen_ai.request.model", "other")
                        .tag("error.type", "model_unavailable")
                        .timer()
                        .count())
                .isEqualTo(50);
    }

    private ModelListener listener(String name) {
        return telemetry.listen(name, Span.getInvalid(), name.contains("made-up") ? new Heard() : heard);
    }
}
