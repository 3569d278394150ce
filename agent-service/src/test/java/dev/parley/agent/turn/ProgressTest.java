package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.prompt.Prompt;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.platform.messaging.WireJson;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final int MOST_STEPS = 8;
    private static final int LONGEST_RESULT = 100_000;
    private static final int LONGEST_QUESTION = 32_000;
    /** Nothing takes more bytes in JSON. */
    private static final String WORST = "\u0001";

    @Test
    void the_largest_outcome_there_can_be_fits_into_a_record() {
        var request = Requests.plain(new ConversationId(UUID.randomUUID()), WORST.repeat(LONGEST_QUESTION));
        var progress = new Progress(request, 1, "scripted", new Prompt("assistant/1", ""));
        progress.called(Collections.nCopies(MOST_STEPS * CallStep.MOST_CALLS, call()));

        var outcome = (TurnCompleted)
                progress.completed(WORST.repeat(AnswerText.LONGEST), FinishReason.LENGTH, Instant.EPOCH);

        assertThat(WireJson.write(outcome)).hasSizeLessThan(Topic.MAX_RECORD_BYTES - 64 * 1024);
        assertThat(outcome.toolCalls()).hasSize(MOST_STEPS * CallStep.MOST_CALLS);
        assertThat(outcome.toolCalls().getFirst()).isEqualTo(call());
        assertThat(outcome.toolCalls().getLast().result()).isEqualTo(Map.of("truncated", true));
    }

    private static ToolCallRecord call() {
        return new ToolCallRecord(
                "turn:0:0",
                "t".repeat(64),
                Map.of("word", "x"),
                Map.of("beginning", "r".repeat(LONGEST_RESULT)),
                null,
                null,
                false,
                1);
    }
}
