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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final int LONGEST_RESULT = 100_000;
    private static final int LONGEST_QUESTION = 32_000;
    /** Nothing takes more bytes in JSON. */
    private static final String WORST = "\u0001";

    @Test
    void the_largest_outcome_there_can_be_fits_into_a_record() {
        var request = Requests.plain(new ConversationId(UUID.randomUUID()), WORST.repeat(LONGEST_QUESTION));
        var progress = new Progress(request, 1, "scripted", new Prompt("assistant/1", ""));
        progress.called(Collections.nCopies(CallQuota.MOST_CALLS, call(null)));

        var outcome = (TurnCompleted)
                progress.completed(WORST.repeat(AnswerText.LONGEST), FinishReason.LENGTH, Instant.EPOCH);

        assertThat(WireJson.write(outcome)).hasSizeLessThan(Topic.MAX_RECORD_BYTES - 64 * 1024);
        assertThat(outcome.toolCalls()).hasSize(CallQuota.MOST_CALLS);
        assertThat(outcome.toolCalls().getFirst()).isEqualTo(call(null));
        assertThat(outcome.toolCalls().getLast().result()).isEqualTo(Map.of("truncated", true));
    }

    @Test
    void calls_that_were_too_many_to_be_made_are_not_kept() {
        var request = Requests.plain(new ConversationId(UUID.randomUUID()), "x");
        var progress = new Progress(request, 1, "scripted", new Prompt("assistant/1", ""));

        progress.called(List.of(call("lookup_failed"), call("too_many_calls")));

        var outcome = (TurnCompleted) progress.completed("", FinishReason.STOP, Instant.EPOCH);
        assertThat(outcome.toolCalls()).extracting(ToolCallRecord::error).containsExactly("lookup_failed");
    }

    private static ToolCallRecord call(@Nullable String error) {
        return new ToolCallRecord(
                "turn:0:0",
                "t".repeat(64),
                Map.of("word", "x"),
                error == null ? Map.of("beginning", "r".repeat(LONGEST_RESULT)) : null,
                error,
                null,
                false,
                1);
    }
}
