package dev.parley.chat.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.chat.stream.StreamEvent;
import dev.parley.chat.turn.Rendering;
import dev.parley.chat.turn.SseText;
import dev.parley.chat.ui.UiRequest.UiApproval;
import dev.parley.contracts.turn.Citation;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.MessageStart;
import dev.parley.contracts.turn.ToolCall;
import dev.parley.contracts.turn.ToolCallStatus;
import dev.parley.contracts.turn.ToolResult;
import dev.parley.contracts.turn.TurnError;
import dev.parley.platform.messaging.WireJson;
import java.util.List;
import java.util.Map;

/**
 * A turn as a UI message of one step, so that an attempt that starts over takes all of it back. A reader that leaves changes
 * nothing: it comes again, and gets the stream from its start. It ends where somebody has to agree to tool calls: the page
 * comes again with the answers, and takes back what it shows for what follows.
 */
final class UiRendering implements Rendering {
    private static final byte[] DONE = "[DONE]".getBytes(UTF_8);

    private final UiToolCalls calls;
    private final boolean goesOn;
    private String model = "";
    private boolean begun;
    private boolean writing;
    private int texts;
    private int said;

    UiRendering() {
        this(false, List.of());
    }

    private UiRendering(boolean goesOn, List<UiApproval> approvals) {
        this.goesOn = goesOn;
        this.calls = new UiToolCalls(approvals);
    }

    /** For a page that shows the message until here, with these answers in it. */
    static UiRendering goingOn(List<UiApproval> approvals) {
        return new UiRendering(true, approvals);
    }

    @Override
    public boolean endsWhereItWaits() {
        return true;
    }

    @Override
    public void show(StreamEvent event, SseText out) {
        switch (event.name()) {
            case "message_start" -> start(WireJson.read(event.data(), MessageStart.class), out);
            case "delta" -> say(WireJson.read(event.data(), Delta.class).text(), out);
            case "tool_call" -> call(WireJson.read(event.data(), ToolCall.class), out);
            case "tool_result" -> calls.ended(WireJson.read(event.data(), ToolResult.class), out);
            case "waiting" -> pause(out);
            case "message_end" -> end(WireJson.read(event.data(), MessageEnd.class), out);
            case "error" -> fail(WireJson.read(event.data(), TurnError.class).detail(), out);
            default -> {
                // Newer than this release: a page cannot show it.
            }
        }
    }

    @Override
    public void cut(SseText out) {
        fail("The stream was cut, and can be resumed.", out);
    }

    private void start(MessageStart start, SseText out) {
        if (begun) {
            writing = false;
            said = 0;
            UiParts.of("reset-step").writeTo(out);
            answeredBy(start.model(), out);
            return;
        }
        begun = true;
        model = start.model();
        UiParts.of("start")
                .with("messageId", start.messageId().toString())
                .with(
                        "messageMetadata",
                        Map.of(
                                "turn_id", start.turnId().toString(),
                                "conversation_id", start.conversationId().toString(),
                                "model", start.model()))
                .writeTo(out);
        UiParts.of(goesOn ? "reset-step" : "start-step").writeTo(out);
    }

    /** Another model may have taken over. */
    private void answeredBy(String name, SseText out) {
        if (!name.equals(model)) {
            model = name;
            UiParts.of("message-metadata")
                    .with("messageMetadata", Map.of("model", name))
                    .writeTo(out);
        }
    }

    private void say(String text, SseText out) {
        if (!writing) {
            writing = true;
            texts++;
            UiParts.of("text-start").with("id", textId()).writeTo(out);
        }
        said += text.length();
        UiParts.of("text-delta").with("id", textId()).with("delta", text).writeTo(out);
    }

    private void call(ToolCall call, SseText out) {
        if (call.status() == ToolCallStatus.RUNNING) {
            // Of a call that is shown already; the protocol has no words for how far it has come.
            return;
        }
        endText(out);
        calls.begun(call, out);
    }

    /** The page has a word to say: until it has, nothing comes. */
    private void pause(SseText out) {
        endText(out);
        UiParts.of("finish-step").writeTo(out);
        UiParts.of("finish").with("finishReason", "tool-calls").writeTo(out);
        out.data(DONE);
    }

    private void end(MessageEnd end, SseText out) {
        if (said < end.text().length()) {
            say(end.text().substring(said), out);
        }
        endText(out);
        end.citations().forEach(citation -> cite(citation, out));
        if (end.model() != null) {
            answeredBy(end.model(), out);
        }
        UiParts.of("finish-step").writeTo(out);
        UiParts last = end.finishReason() == FinishReason.CANCELLED
                ? UiParts.of("abort").with("reason", "cancelled")
                : UiParts.of("finish")
                        .with("finishReason", reason(end.finishReason()))
                        .with("messageMetadata", Map.of("usage", end.usage()));
        last.writeTo(out);
        out.data(DONE);
    }

    private static void cite(Citation citation, SseText out) {
        UiParts.of("source-document")
                .with("sourceId", citation.documentId() + "#" + citation.chunk())
                .with("mediaType", "text/plain")
                .with("title", citation.title())
                .writeTo(out);
    }

    private void fail(String why, SseText out) {
        endText(out);
        UiParts.of("error").with("errorText", why).writeTo(out);
        out.data(DONE);
    }

    private void endText(SseText out) {
        if (writing) {
            writing = false;
            UiParts.of("text-end").with("id", textId()).writeTo(out);
        }
    }

    private String textId() {
        return "text-" + texts;
    }

    private static String reason(FinishReason reason) {
        return switch (reason) {
            case STOP, CANCELLED -> "stop";
            case LENGTH, TOOL_LIMIT -> "length";
            case TOOL_CALLS -> "tool-calls";
        };
    }
}
