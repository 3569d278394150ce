package dev.parley.agent.model.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelMessage.ToolAnswer;
import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.ToolRequest;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.platform.messaging.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The offline model hands tasks to other assistants, and passes on what they report. */
class OfflineHandoverTest {
    private static final String QUESTION = "I would like to open a coffee bar in Berlin";
    private static final ToolDescription HAND_OVER = new ToolDescription(
            "hand_to_researcher",
            "Hand to Researcher",
            "Hands a task to another assistant and gets its report.",
            "🤝",
            Map.of(
                    "type", "object",
                    "properties", Map.of("task", Map.of("type", "string")),
                    "required", List.of("task")),
            false,
            ToolEffect.READ,
            Duration.ZERO,
            List.of("I want to open a coffee bar in Berlin", "find bakeries near Paris"));

    @Test
    void the_whole_question_is_the_task() {
        var request = new ModelRequest(List.of(new User(QUESTION)), List.of(HAND_OVER), null, null);

        assertThat(Offline.MIND.think(request))
                .isEqualTo(new Thought.UseTool("hand_to_researcher", Map.of("task", QUESTION)));
    }

    @Test
    void the_report_is_the_answer_and_that_it_is_offline_is_said_once() {
        String answer = Offline.said("Hello!");
        String report = WireJson.mapper()
                .writeValueAsString(Map.of("assistant", "researcher", "answer", answer, "usage", Map.of()));

        String said = Offline.said(new ModelRequest(
                List.of(
                        new User("Hello!"),
                        new Assistant("", List.of(new ToolRequest("call_1", "hand_to_researcher", "{}"))),
                        new ToolAnswer("call_1", "hand_to_researcher", report)),
                List.of(HAND_OVER),
                null,
                null));

        assertThat(said).isEqualTo(answer);
    }
}
