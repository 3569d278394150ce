package dev.parley.agent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.AnswerLimits;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerKeyTest {
    private static final List<ModelMessage> ASKED =
            List.of(new ModelMessage.Instructions("Be brief."), new ModelMessage.User("Hello?"));

    private static byte[] key(ModelRequest request) {
        return AnswerKey.of("assistant/1", "openai:gpt-4o-mini", 0.7, request);
    }

    private static ModelRequest with(ToolDescription tool) {
        return new ModelRequest(ASKED, List.of(tool), null, null);
    }

    private static ToolDescription tool(String description, String one, String other) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(one, "string");
        parameters.put(other, "string");
        return new ToolDescription(
                "find", "Find", description, "", parameters, false, ToolEffect.READ, Duration.ofSeconds(1), List.of());
    }

    @Test
    void equal_questions_have_one_however_their_tools_list_their_parameters() {
        assertThat(key(ModelRequest.of(ASKED))).isEqualTo(key(ModelRequest.of(List.copyOf(ASKED))));
        assertThat(key(with(tool("Finds.", "a", "b")))).isEqualTo(key(with(tool("Finds.", "b", "a"))));
        assertThat(key(new ModelRequest(ASKED, List.of(), null, 0.7))).isEqualTo(key(ModelRequest.of(ASKED)));
    }

    @Test
    void whatever_the_model_goes_by_makes_another_one() {
        ModelRequest request = ModelRequest.of(ASKED);

        assertThat(List.of(
                        key(request),
                        AnswerKey.of("assistant/2", "openai:gpt-4o-mini", 0.7, request),
                        AnswerKey.of("assistant/1", "openai:gpt-4o", 0.7, request),
                        AnswerKey.of("assistant/1", "openai:gpt-4o-mini", 0.8, request),
                        key(new ModelRequest(ASKED, List.of(), null, 0.0)),
                        key(ModelRequest.of(ASKED.reversed())),
                        key(ModelRequest.of(
                                List.of(new ModelMessage.User("Be brief."), new ModelMessage.User("Hello?")))),
                        key(with(tool("Finds.", "a", "b"))),
                        key(with(tool("Finds all.", "a", "b"))),
                        key(new ModelRequest(ASKED, List.of(), "find", null)),
                        key(new ModelRequest(ASKED, List.of(), null, null, true, AnswerLimits.NONE)),
                        key(new ModelRequest(ASKED, List.of(), null, null, false, new AnswerLimits(5, List.of())))))
                .doesNotHaveDuplicates();
    }
}
