package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.parley.agent.model.AnswerLimits;
import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChatRequestsTest {
    private static final ToolDescription CLIENTS = new ToolDescription(
            "get_weather",
            "get_weather",
            "",
            "",
            Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of(
                            "city",
                            Map.of("anyOf", List.of(Map.of("type", "string"), Map.of("type", "null"))),
                            "odd",
                            true)),
            false,
            ToolEffect.WRITE,
            Duration.ZERO,
            List.of());

    @Test
    void limits_go_along() {
        ChatRequest asked = ChatRequests.of(
                "gpt-4o-mini",
                new ModelRequest(
                        List.of(new User("x")), List.of(), null, 0.1, false, new AnswerLimits(7, List.of("END"))),
                0.1);

        assertThat(asked.maxOutputTokens()).isEqualTo(7);
        assertThat(asked.stopSequences()).containsExactly("END");
        assertThat(asked.temperature()).isEqualTo(0.1);
    }

    @Test
    void a_clients_schema_goes_along_whatever_it_says() {
        ChatRequest asked = ChatRequests.of(
                "gpt-4o-mini",
                new ModelRequest(List.of(new User("x")), List.of(CLIENTS), null, null, true, AnswerLimits.NONE),
                null);

        assertThat(asked.toolChoice()).isEqualTo(ToolChoice.REQUIRED);
        var properties = asked.toolSpecifications().getFirst().parameters().properties();
        assertThat(properties.get("city"))
                .isInstanceOfSatisfying(
                        JsonRawSchema.class, city -> assertThat(city.schema()).contains("anyOf", "null"));
        assertThat(properties).containsKey("odd");
    }
}
