package dev.parley.chat.openai;

import dev.parley.chat.openai.ResponseObject.Failure;
import dev.parley.chat.openai.ResponseObject.Incomplete;
import dev.parley.chat.openai.ResponseObject.ListedTool;
import dev.parley.chat.openai.ResponseObject.OutputItem;
import dev.parley.chat.openai.ResponseObject.OutputText;
import dev.parley.chat.openai.ResponseObject.ResponseUsage;
import dev.parley.chat.openai.ResponseObject.TextConfig;
import dev.parley.chat.turn.Turn;
import dev.parley.contracts.turn.AnswerBounds;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.ClientTool;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.RequestedCall;
import dev.parley.platform.messaging.WireJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows one turn as a response, at each of its stages: the same at every replica. */
final class ResponseView {
    private static final String IN_PROGRESS = "in_progress";
    private static final String COMPLETED = "completed";

    private final Turn turn;
    private final String model;
    private final @Nullable String instructions;
    private final AnswerBounds bounds;
    private final List<ListedTool> tools;

    private final ResponseNote note;

    /** @param model the name of the model that answers */
    ResponseView(Turn turn, String model) {
        this.turn = turn;
        this.model = model;
        this.note = ResponseNote.of(turn);
        ClientContext context = WireJson.read(turn.request(), RequestTurn.class).context();
        this.instructions = context == null ? null : context.instructions();
        this.bounds = context == null ? AnswerBounds.NONE : context.bounds();
        this.tools = context == null
                ? List.of()
                : context.tools().client().stream().map(ResponseView::listed).toList();
    }

    String id() {
        return ResponseIds.of(turn.id());
    }

    /** The same, by another model. */
    ResponseView answeredBy(String name) {
        return name.equals(model) ? this : new ResponseView(turn, name);
    }

    ResponseObject queued() {
        return response("queued", List.of(), null, null, null);
    }

    ResponseObject begun() {
        return response(IN_PROGRESS, List.of(), null, null, null);
    }

    ResponseObject ended(MessageEnd end) {
        Incomplete why = end.finishReason() == FinishReason.LENGTH || end.finishReason() == FinishReason.TOOL_LIMIT
                ? new Incomplete("max_output_tokens")
                : null;
        ResponseView by = end.model() == null ? this : answeredBy(end.model());
        return by.response(status(end.finishReason()), output(end), null, why, ResponseUsage.of(end.usage()));
    }

    ResponseObject failed(String code, String detail) {
        return response("failed", List.of(), Failure.of(code, detail), null, null);
    }

    /** What was shown cannot be taken back, and does not hold. */
    ResponseObject startedOver(String shown) {
        var why = Failure.of(
                "turn_started_over", "The answer had to start over, and says something else now. Ask again.");
        return response("incomplete", List.of(message(shown, "incomplete")), why, null, null);
    }

    OutputItem message(String text, String status) {
        List<OutputText> content =
                text.isEmpty() && status.equals(IN_PROGRESS) ? List.of() : List.of(OutputText.of(text));
        return new OutputItem(itemId(), "message", status, "assistant", content, null, null, null);
    }

    String itemId() {
        return ResponseIds.ofItem(turn.message());
    }

    static OutputItem call(RequestedCall call, String status, String arguments) {
        String id = CallIds.of(call);
        return new OutputItem(
                id.replaceFirst("call_", "fc_"), "function_call", status, null, null, id, call.toolId(), arguments);
    }

    static String arguments(RequestedCall call) {
        return WireJson.mapper().writeValueAsString(call.arguments());
    }

    private List<OutputItem> output(MessageEnd end) {
        List<OutputItem> output = new ArrayList<>();
        List<RequestedCall> calls = end.toolCalls() == null ? List.of() : end.toolCalls();
        if (!end.text().isEmpty() || calls.isEmpty()) {
            output.add(message(end.text(), COMPLETED));
        }
        calls.forEach(call -> output.add(call(call, COMPLETED, arguments(call))));
        return output;
    }

    private static String status(FinishReason reason) {
        return switch (reason) {
            case STOP, TOOL_CALLS -> COMPLETED;
            case LENGTH, TOOL_LIMIT -> "incomplete";
            case CANCELLED -> "cancelled";
        };
    }

    private static ListedTool listed(ClientTool tool) {
        return new ListedTool("function", tool.toolId(), tool.description(), tool.parameters(), false);
    }

    private ResponseObject response(
            String status,
            List<OutputItem> output,
            @Nullable Failure error,
            @Nullable Incomplete incomplete,
            @Nullable ResponseUsage usage) {
        return new ResponseObject(
                id(),
                "response",
                turn.createdAt().getEpochSecond(),
                status.equals(COMPLETED) && turn.finishedAt() != null
                        ? turn.finishedAt().getEpochSecond()
                        : null,
                status,
                note.background(),
                error,
                incomplete,
                instructions,
                bounds.maxTokens(),
                model,
                output,
                note.parallelToolCalls(),
                note.previousResponseId(),
                true,
                bounds.temperature(),
                TextConfig.PLAIN,
                note.choice(),
                tools,
                note.topP(),
                "disabled",
                note.labels(),
                usage);
    }
}
