package dev.parley.chat.ui;

import dev.parley.chat.turn.SseText;
import dev.parley.chat.ui.UiRequest.UiApproval;
import dev.parley.contracts.turn.ToolCall;
import dev.parley.contracts.turn.ToolResult;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tool calls of a turn as parts of a UI message, with what its user is asked and has said about them. */
final class UiToolCalls {
    /** Our tools run here: nothing is for the page to run, and it knows no types of theirs. */
    private static final String RUN_HERE = "providerExecuted";

    private static final String UNTYPED = "dynamic";
    private static final Set<String> NOT_AGREED = Set.of("rejected", "approval_expired", "approval_mismatch");

    private final Map<String, UiApproval> answers;
    private final Set<String> asked = new HashSet<>();

    /** @param answers what the page has just said */
    UiToolCalls(List<UiApproval> answers) {
        this.answers = answers.stream()
                .collect(Collectors.toMap(
                        answer -> Objects.requireNonNull(answer.id()), Function.identity(), (first, _) -> first));
    }

    /** It waits, or runs; of one that was asked about before, somebody has decided. */
    void begun(ToolCall call, SseText out) {
        String id = call.toolCallId();
        UiParts.of("tool-input-available")
                .with("toolCallId", id)
                .with("toolName", call.toolId())
                .with("input", call.arguments())
                .with(RUN_HERE, true)
                .with(UNTYPED, true)
                .writeTo(out);
        boolean decided = call.status() == null;
        if (!decided || asked.contains(id)) {
            asked.add(id);
            UiParts.of("tool-approval-request")
                    .with("approvalId", id)
                    .with("toolCallId", id)
                    .writeTo(out);
        }
        UiApproval answer = answers.get(id);
        if (answer != null) {
            respond(id, Boolean.TRUE.equals(answer.approved()), answer.reason(), out);
        } else if (decided && asked.contains(id)) {
            respond(id, true, null, out);
        }
    }

    void ended(ToolResult result, SseText out) {
        String id = result.toolCallId();
        if (asked.contains(id) && NOT_AGREED.contains(String.valueOf(result.error()))) {
            respond(id, false, result.detail(), out);
            UiParts.of("tool-output-denied").with("toolCallId", id).writeTo(out);
            return;
        }
        UiParts part = result.result() == null
                ? UiParts.of("tool-output-error").with("errorText", result.error() + ": " + result.detail())
                : UiParts.of("tool-output-available").with("output", result.result());
        part.with("toolCallId", id).with(RUN_HERE, true).with(UNTYPED, true).writeTo(out);
    }

    private static void respond(String id, boolean approved, @Nullable String reason, SseText out) {
        UiParts part =
                UiParts.of("tool-approval-response").with("approvalId", id).with("approved", approved);
        if (reason != null) {
            part.with("reason", reason);
        }
        part.writeTo(out);
    }
}
