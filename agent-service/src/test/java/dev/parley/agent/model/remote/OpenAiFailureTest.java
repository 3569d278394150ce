package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.ModelFailure.Code;
import dev.parley.simulator.llm.Script;
import org.junit.jupiter.api.Test;

class OpenAiFailureTest extends FailureKit {
    OpenAiFailureTest() {
        super(Remote::openAi, "openai:gpt-4o-mini");
    }

    @Test
    void an_account_that_is_used_up_is_not_asked_again() {
        simulator.byDefault(Script.fail(429).code("insufficient_quota"));

        assertThat(failureOf(model()).code()).isEqualTo(Code.MODEL_UNAVAILABLE);
        assertThat(simulator.requests()).hasSize(1);
    }
}
